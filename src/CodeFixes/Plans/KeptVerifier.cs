using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Plans.Carriers;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>A code verifier that the program keeps from its authorization request on, and does not send with the token request.</summary>
/// <param name="Token">The request that lacks it.</param>
/// <param name="Expression">What gives it there.</param>
/// <param name="MayBeNull">Whether that is null where no authorization request was made.</param>
sealed record KeptVerifier(ExchangeParticipant Token, string Expression, bool MayBeNull)
{
    /// <summary>Null where the program keeps none, or where several may be meant.</summary>
    public static KeptVerifier? Of(Request token, FileModel file, CancellationToken cancellation)
    {
        if (token.Kind != RequestKind.Token)
            return null;
        if (HandlerVerifier.Of(token, file, cancellation) is { } own)
            return own;
        var finder = new Finder(token.Site, file.Cache, cancellation);
        var kept = file
            .AllRequests.Where(request => request is { Kind: RequestKind.Authorization, Proof: Presence.Always })
            .Select(finder.KeptBy)
            .Distinct()
            .ToList();
        return kept is [var (expression, mayBeNull)] ? new KeptVerifier(new ExchangeParticipant(token, []), expression, mayBeNull) : null;
    }

    sealed class Finder(SyntaxNode place, CompilationCache cache, CancellationToken cancellation)
    {
        /// <summary>What keeps entries from one HTTP request to the next.</summary>
        static readonly HashSet<string> Stores =
        [
            "HttpSessionState",
            "HttpSessionStateBase",
            "ISession",
            "ITempDataDictionary",
            "TempDataDictionary",
        ];

        static readonly Dictionary<string, string> Readers = new(StringComparer.Ordinal) { ["SetString"] = "GetString" };

        readonly ValueMaker _makers = new(cache, cancellation);

        /// <summary>What gives, at the token request, the verifier of an authorization request; null where the program does not keep it, or
        /// where it cannot be reached there.</summary>
        public (string Expression, bool MayBeNull)? KeptBy(Request authorization)
        {
            var challenges = authorization.All(WireNames.CodeChallenge).Select(challenge => challenge.ShownAt).Distinct().ToList();
            if (challenges is not [ExpressionSyntax challenge] || VerifierOf(challenge) is not { } verifier)
                return null;
            return Reached(verifier) ?? StoresOf(verifier).Select(ReadBack).FirstOrDefault(read => read is not null);
        }

        /// <summary>The verifier as the function that sends the challenge has it; null where no digest is seen: out of sight there may be
        /// one, and a challenge is no verifier.</summary>
        ExpressionSyntax? VerifierOf(ExpressionSyntax challenge)
        {
            if (ChallengeTransformation.Of(challenge, cache, cancellation) is not { IsPlain: false } made)
                return null;
            return _makers.SymbolOf(made.Verifier) is IParameterSymbol ? _makers.SoleDefinition(made.Verifier) : made.Verifier;
        }

        /// <summary>A field or property of the object that makes the token request, too.</summary>
        (string, bool)? Reached(ExpressionSyntax member)
        {
            if (
                member is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
                || _makers.SymbolOf(member) is not { IsStatic: false } symbol
                || symbol is not (IFieldSymbol { IsConst: false } or IPropertySymbol)
            )
                return null;
            var model = cache.ModelOf(place.SyntaxTree);
            if (
                !Functions.IsInstance(place)
                || !SymbolEqualityComparer.Default.Equals(cache.TypeAt(place, cancellation), symbol.ContainingType)
                // The object that answers the callback is another one.
                || new RequestLifetime(cache, cancellation).IsOneRequest(symbol.ContainingType)
            )
                return null;
            var isHidden = !model.LookupSymbols(place.SpanStart, name: symbol.Name).Contains(symbol, SymbolEqualityComparer.Default);
            var type = (symbol as IFieldSymbol)?.Type ?? ((IPropertySymbol)symbol).Type;
            return (isHidden ? $"this.{symbol.Name}" : symbol.Name, type.NullableAnnotation == NullableAnnotation.Annotated);
        }

        /// <summary>The places where the function writes the verifier to something that outlasts it.</summary>
        IEnumerable<SyntaxNode> StoresOf(ExpressionSyntax verifier)
        {
            if (_makers.SymbolOf(verifier) is not ILocalSymbol local || Functions.Around(verifier) is not { } function)
                return [];
            return function
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(name =>
                    name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(_makers.SymbolOf(name), local)
                )
                .Select(name =>
                    (SyntaxNode?)(name.Parent as AssignmentExpressionSyntax) ?? name.Parent?.Parent?.Parent as InvocationExpressionSyntax
                )
                .OfType<SyntaxNode>();
        }

        (string, bool)? ReadBack(SyntaxNode store) =>
            store switch
            {
                AssignmentExpressionSyntax
                {
                    Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } entry
                } when IsOfObject(entry.Expression) && Outlasts(entry.Expression) && IsThere(key) => ($"{entry} as string", true),
                AssignmentExpressionSyntax { Left: var member } => Reached(member),
                InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var name },
                    ArgumentList.Arguments: [{ Expression: var key }, _]
                } when Readers.TryGetValue(name, out var reader) && IsOfObject(owner) && Outlasts(owner) && IsThere(key) => (
                    $"{owner}.{reader}({key})",
                    true
                ),
                _ => null,
            };

        /// <summary>Whether an expression means the same wherever the object's methods run: it begins with a member.</summary>
        bool IsOfObject(ExpressionSyntax owner)
        {
            var first = owner.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().First();
            return Functions.IsInstance(place)
                && _makers.SymbolOf(first) is IFieldSymbol or IPropertySymbol
                && SymbolEqualityComparer.Default.Equals(cache.TypeAt(place, cancellation), cache.TypeAt(owner, cancellation));
        }

        /// <summary>Whether entries are there when the callback is answered: where another object does, a session's are.</summary>
        bool Outlasts(ExpressionSyntax owner) =>
            _makers.TypeOf(owner) is { } type && Stores.Contains(type.Name)
            || cache.TypeAt(place, cancellation) is { } around
                && !new RequestLifetime(cache, cancellation).IsOneRequest(around)
                && _makers.SymbolOf(owner) is IFieldSymbol or IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false };

        /// <summary>Whether the entry of a key is what was stored: a constant names it, and the callback does not remove it.</summary>
        bool IsThere(ExpressionSyntax key) =>
            cache.ModelOf(key.SyntaxTree).GetConstantValue(key, cancellation).HasValue
            && Functions
                .Around(place)
                ?.DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Any(call =>
                    call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Remove" }
                    && call.ArgumentList.Arguments is [{ Expression: var removed }]
                    && SyntaxFactory.AreEquivalent(removed, key)
                ) != true;
    }
}
