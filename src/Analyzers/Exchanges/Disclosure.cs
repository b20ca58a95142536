using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Exchanges;

/// <summary>A place where a code verifier is written for others to read.</summary>
sealed record Disclosure(SyntaxNode Place, DisclosureForm Form)
{
    /// <summary>The statement that writes the verifier to a log or console, and nothing else; null where it does more.</summary>
    public StatementSyntax? Statement { get; init; }

    /// <summary>Those of one file: what its members write, and what its authorization requests carry.</summary>
    public static IEnumerable<Disclosure> In(FileModel file, CancellationToken cancellation)
    {
        var text = file.Model.SyntaxTree.GetText(cancellation);
        var found = Declarations
            .Members(file.Model.SyntaxTree.GetRoot(cancellation))
            .Where(member => TriggerWords.OfVerifiers.AreIn(text, member.Span) && !Declarations.IsTooDeep(member))
            .SelectMany(member => new DisclosureReader(member, file.Cache, cancellation).Written());
        var carried = file
            .Requests.Where(request => request.Kind == RequestKind.Authorization)
            .SelectMany(request => Carried(request, file, cancellation));
        return found.Concat(carried).GroupBy(disclosure => disclosure.Place).Select(same => same.First());
    }

    static IEnumerable<Disclosure> Carried(Request request, FileModel file, CancellationToken cancellation)
    {
        foreach (var verifier in request.All(WireNames.CodeVerifier).Where(verifier => verifier.Place.SyntaxTree == file.Model.SyntaxTree))
            yield return new(verifier.Entry.Value ?? verifier.Place, DisclosureForm.AuthorizationRequest);
        foreach (var state in request.All(WireNames.StateParameter))
        {
            var place =
                state.Entry.Value
                ?? WrittenBehind(state.Place)
                ?? (state.Value as Text)?.Pieces.OfType<HolePiece>().FirstOrDefault()?.Place;
            if (
                place is ExpressionSyntax expression
                && place.SyntaxTree == file.Model.SyntaxTree
                && place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
                && !Declarations.IsTooDeep(member)
                && (
                    new DisclosureReader(member, file.Cache, cancellation).Shows(expression)
                    || expression is IdentifierNameSyntax { Identifier.ValueText: var name } && IsHashed(name, request, member)
                )
            )
            {
                yield return new(expression, DisclosureForm.State);
            }
        }
    }

    /// <summary>Whether the request's challenge is a hash of the variable, which then is the verifier whatever it is called.</summary>
    static bool IsHashed(string name, Request request, MemberDeclarationSyntax member)
    {
        var definitions = LocalDefinitions.In(member);
        return request
            .All(WireNames.CodeChallenge)
            .Any(challenge =>
                Sampled(challenge.Value) is { IsS256: true }
                && (challenge.Entry.Value ?? (challenge.Value as Text)?.Pieces.OfType<HolePiece>().FirstOrDefault()?.Place)
                    is ExpressionSyntax made
                && (made is IdentifierNameSyntax { Identifier.ValueText: var local } ? definitions[local] : [made]).Any(definition =>
                    definition.Bare() is InvocationExpressionSyntax
                    && definition
                        .DescendantNodes()
                        .OfType<IdentifierNameSyntax>()
                        .Any(read => read.Identifier.ValueText == name && read.Parent is ArgumentSyntax)
                )
            );

        static SampledValue? Sampled(Value value) =>
            value is Text { Pieces: [HolePiece { Content: Unknown unknown }] } ? unknown.Sample : (value as Unknown)?.Sample;
    }

    /// <summary>The expression behind a literal that ends with the parameter's name: <c>$"…&amp;state={value}"</c>.</summary>
    static SyntaxNode? WrittenBehind(SyntaxNode literal) =>
        literal switch
        {
            InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax { Contents: var contents } } text
                when text.TextToken.ValueText.EndsWith("state=", StringComparison.Ordinal) => (
                contents.ElementAtOrDefault(contents.IndexOf(text) + 1) as InterpolationSyntax
            )?.Expression,
            LiteralExpressionSyntax
            {
                Token.ValueText: var text,
                Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum
            } when text.EndsWith("state=", StringComparison.Ordinal) => sum.Left == literal
                ? sum.Right
                : (sum.Parent as BinaryExpressionSyntax)?.Right,
            _ => null,
        };
}
