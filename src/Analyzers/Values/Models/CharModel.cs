namespace PkceAnalyzers.Values.Models;

/// <summary>What <c>char</c> says of a character.</summary>
static class CharModel
{
    public static void Register(ModelTable table) =>
        table
            .Add(Asks(char.IsLetterOrDigit), "IsLetterOrDigit")
            .Add(Asks(char.IsLetter), "IsLetter")
            .Add(Asks(char.IsDigit), "IsDigit")
            .Add(Asks(char.IsUpper), "IsUpper")
            .Add(Asks(char.IsLower), "IsLower")
            .Add(Asks(letter => letter < 128 && char.IsLetterOrDigit(letter)), "IsAsciiLetterOrDigit");

    static CallEffect Asks(Func<char, bool> holds) =>
        (run, call) =>
            call.Owner is null or "System.Char"
            && call.OwnerName is "Char" or "char"
            && call.Arguments is [{ Value: not Constant and var asked }]
            && Interpreter.NumberOf(asked) is { } letter
                ? Interpreter.With(Interpreter.Truth([.. letter.Specimens.Select(code => holds((char)(long)code))]), run.SourcesOf(asked))
                : null;
}
