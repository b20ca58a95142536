using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Verifiers;

/// <summary>A code verifier: a value that is one because of where it goes, or of its name.</summary>
/// <param name="Sources">What it was drawn from.</param>
/// <param name="Sample">What it looks like; null where that is not known.</param>
/// <param name="Sink">The expression or declaration that shows it to be a verifier.</param>
/// <param name="Maker">The expression, method or local function that a Runtime call can replace; null where there is none.</param>
/// <param name="IsSent">Whether it is one because of where it goes; otherwise its name alone says so.</param>
sealed record Verifier(SourceSet Sources, SampledValue? Sample, SyntaxNode Sink, SyntaxNode? Maker, bool IsSent)
{
    /// <summary>Whether it is sent with other parameters of an authorization or token request.</summary>
    public bool IsInRequest { get; init; }

    /// <summary>The verifier that a parameter is.</summary>
    public static Verifier SentAs(Parameter parameter, Interpreter interpreter) =>
        new(
            parameter.Value.Sources,
            ConstantIn(parameter.Value) ?? interpreter.SampleOf(parameter.Value),
            parameter.ShownAt,
            null,
            IsSent: true
        );

    /// <summary>The constant that a value is wherever the program gives one: on each path, or where a caller gives none; else
    /// null.</summary>
    public static SampledValue? ConstantIn(Value value)
    {
        var given = value
            .Alternatives.Where(alternative =>
                alternative is not Values.Constant { Content: null } && !(alternative is Unknown && IsFromCaller(alternative))
            )
            .ToList();
        var constants = given.OfType<Text>().Select(text => text.Exact).OfType<string>().Where(text => text.Length > 0).ToList();
        return constants.Count > 0 && constants.Count == given.Count
            ? SampledValue.Fixed(constants.OrderByDescending(text => text.Length).First())
            : null;
    }

    /// <summary>The SHA-256 in base64url that a value is wherever the program gives one; null where there is none.</summary>
    public static SampledValue? DigestIn(Value value) =>
        ConstantIn(value) is { } constant
        && (string)constant.Specimens[0] is { Length: Fewest } text
        && text.Any(char.IsUpper)
        && text.Any(char.IsLower)
        && text.Any(char.IsDigit)
            ? constant
            : null;

    static bool IsFromCaller(Value value) =>
        value.Sources.Items is { IsEmpty: false } sources && sources.All(source => source.Kind == SourceKind.Caller);

    /// <summary>Shorter constants under a verifier's name are names, keys or examples.</summary>
    const int ShortestConstant = 32,
        ShortestSent = 16,
        ShortestInRequest = 3;

    const int Fewest = 43,
        Most = 128;

    /// <summary>RFC 7636 section 7.1 asks for 256; picking from an alphabet may fall short by the fraction of a bit.</summary>
    const double EnoughBits = 255.5;

    /// <summary>The source that makes it predictable. Where it is drawn says more than where the generator is made.</summary>
    public Source? Weakest
    {
        get
        {
            if (Sources.Has(SourceKind.SecureRandom))
                return null;
            foreach (var kind in (SourceKind[])[SourceKind.PredictableRandom, SourceKind.Guid, SourceKind.HashCode, SourceKind.Clock])
            {
                var found = Sources.Items.Where(source => source.Kind == kind).ToList();
                if (found.Count > 0)
                    return found.Where(source => source.Place is not BaseObjectCreationExpressionSyntax).DefaultIfEmpty(found[0]).First();
            }
            return null;
        }
    }

    /// <summary>The expression that it is drawn by; null where there is none, or several.</summary>
    public SyntaxNode? Origin =>
        (Weakest ?? Sources.Items.Where(source => source.Kind == SourceKind.SecureRandom).Cast<Source?>().FirstOrDefault())?.Place;

    public ImmutableArray<VerifierFault> Faults
    {
        get
        {
            var faults = ImmutableArray.CreateBuilder<VerifierFault>();
            if (IsConstant)
                return [VerifierFault.Constant];
            if (Weakest is not null)
                faults.Add(VerifierFault.Predictable);
            // What a caller or unknown code gives is not judged.
            if (
                Sample is not { IsText: true, Given: null, Bits: not 0 } sample
                || Sources.Items.All(source => source.Kind == SourceKind.Caller)
            )
                return faults.ToImmutable();
            if (IllegalCharacters.Length > 0 || sample.HasLength && (sample.Shortest < Fewest || sample.LongestLength > Most))
                faults.Add(VerifierFault.Malformed);
            if (sample.Bits is { } bits && bits < EnoughBits)
                faults.Add(VerifierFault.LowEntropy);
            return faults.ToImmutable();
        }
    }

    /// <summary>The text that it is in each run; null where it is none.</summary>
    public string? Constant => IsConstant ? (string)Sample!.Specimens[0] : null;

    bool IsConstant =>
        Sources.Items.All(source => source.Kind == SourceKind.Caller)
        && Sample is { IsText: true, Given: null, Bits: 0, Past.IsEmpty: true } sample
        && (string)sample.Specimens[0] is var text
        && text.All(SampledValue.IsUnreserved)
        && !WireNames.IsName(text)
        && sample.Specimens.All(specimen => specimen.Equals(text))
        // An alphabet, a name or an example is no verifier.
        && (
            IsSent && IsInRequest ? text.Length >= ShortestInRequest
            : IsSent ? text.Length >= ShortestSent
            : text.Length >= ShortestConstant && text.Distinct().Count() < text.Length
        );

    /// <summary>The characters of it that a verifier must not hold.</summary>
    public string IllegalCharacters =>
        Sample is null
            ? ""
            : string.Concat(Sample.Characters.Where(letter => !SampledValue.IsUnreserved(letter)).OrderBy(letter => letter).Take(8));

    /// <summary>What a Runtime call can replace: not a mere name, whose value is used elsewhere too.</summary>
    public static SyntaxNode? Replaceable(SyntaxNode expression) =>
        expression switch
        {
            IdentifierNameSyntax or MemberAccessExpressionSyntax => null,
            { Parent: EqualsValueClauseSyntax { Parent.Parent.Parent: FieldDeclarationSyntax field } }
                when field.Modifiers.Any(SyntaxKind.ConstKeyword) => null,
            { Parent: EqualsValueClauseSyntax { Parent.Parent.Parent: LocalDeclarationStatementSyntax { IsConst: true } } } => null,
            ExpressionSyntax => expression,
            _ => null,
        };
}
