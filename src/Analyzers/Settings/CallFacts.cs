using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings;

/// <summary>Finds calls and object creations that say by themselves what becomes of PKCE.</summary>
sealed class CallFacts(TypeMatcher matcher, CancellationToken cancellation)
{
    readonly Evaluation _values = new(matcher.Cache, cancellation);

    public IEnumerable<SettingFinding> In(SyntaxTree tree) =>
        matcher
            .Cache.NamesIn(tree, cancellation)
            .Where(group => LibraryRegistry.CallsOf(group.Key).Any())
            .SelectMany(group => group)
            .Select(Of)
            .OfType<SettingFinding>();

    /// <summary>What the first row that holds says of a name.</summary>
    SettingFinding? Of(SimpleNameSyntax name)
    {
        if (UseOf(name) is not { } use)
            return null;
        foreach (var fact in LibraryRegistry.CallsOf(name.Identifier.ValueText))
        {
            if (!matcher.IsDeclaredBy(fact.Owners, fact.IsStatic, name, use, out var owner) || !IsMeant(fact, use))
                continue;
            var type = new ConfiguredType(fact.Library, fact.Owners, []) { Packages = fact.Packages };
            if (
                fact.Before is { } before && !LibraryVersion.Of(type, owner, matcher.Project).IsBefore(before)
                || fact.Argument is { } argument && !Gives(use, argument)
            )
                continue;
            return SettingFinding.At(
                name,
                new TypeMatch(type, owner),
                new Setting(fact.Name, fact.Effect, ValueCondition.Written) { Advice = fact.Advice, Message = fact.Message ?? fact.Name }
            );
        }
        return null;
    }

    /// <summary>The call, creation or reading that a name stands in; null for any other.</summary>
    static ExpressionSyntax? UseOf(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name;
        while (
            whole.Parent is MemberAccessExpressionSyntax access && access.Name == whole
            || whole.Parent is QualifiedNameSyntax qualified && qualified.Right == whole
        )
            whole = (ExpressionSyntax)whole.Parent;
        return whole.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == whole => call,
            ObjectCreationExpressionSyntax creation when creation.Type == whole => creation,
            _ => whole is MemberAccessExpressionSyntax ? whole : null,
        };
    }

    bool IsMeant(CallFact fact, ExpressionSyntax use)
    {
        if (fact is { Count: null, On: null, After: null })
            return true;
        if (
            use is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } call
            || fact.Count is { } count && call.ArgumentList.Arguments.Count != count
        )
            return false;
        return (fact.On is not { } type || IsOfType(receiver, type)) && (fact.After is not { } before || ComesAfter(receiver, before));
    }

    bool IsOfType(ExpressionSyntax receiver, string fullName)
    {
        for (var type = matcher.Cache.TypeOf(receiver, cancellation); type is not null; type = type.BaseType)
        {
            if (type is IErrorTypeSymbol ? fullName.EndsWith("." + type.Name, StringComparison.Ordinal) : Call.FullName(type) == fullName)
                return true;
        }
        return false;
    }

    static bool ComesAfter(ExpressionSyntax? receiver, string method)
    {
        for (; receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }; receiver = access.Expression)
        {
            if (access.Name.Identifier.ValueText == method)
                return true;
        }
        return false;
    }

    bool Gives(ExpressionSyntax use, GivenArgument wanted)
    {
        if (use is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments })
            return false;
        var given =
            arguments.FirstOrDefault(argument => argument.NameColon is { } colon && colon.Name.Identifier.ValueText == wanted.Name)
            ?? (
                wanted.Position is { } position && position < arguments.Count && arguments[position].NameColon is null
                    ? arguments[position]
                    : null
            );
        return given is not null
            && (wanted.Value == GivenArgument.Discard ? IsDiscard(given.Expression) : _values.ConstantOf(given.Expression) == wanted.Value);
    }

    static bool IsDiscard(ExpressionSyntax expression) =>
        expression
            is IdentifierNameSyntax { Identifier.ValueText: "_" }
                or DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax };
}
