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
    /// <param name="elsewhere">The requests of other files.</param>
    public static KeptVerifier? Of(Request token, FileModel file, IEnumerable<Request> elsewhere, CancellationToken cancellation)
    {
        if (token.Kind != RequestKind.Token)
            return null;
        if (HandlerVerifier.Of(token, file, cancellation) is { } own)
            return own;
        var finder = new Finder(token.Site, file.Cache, cancellation);
        var kept = file
            .AllRequests.Concat(elsewhere)
            .Where(request => request is { Kind: RequestKind.Authorization, Proof: Presence.Always })
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

        /// <summary>What takes entries out of a store, one by its key or all.</summary>
        static readonly string[] Removers = ["Remove", "RemoveAll", "Clear", "Abandon"];

        readonly ValueMaker _makers = new(cache, cancellation);

        /// <summary>What gives, at the token request, the verifier of an authorization request; null where the program does not keep it, or
        /// where it cannot be reached there.</summary>
        public (string Expression, bool MayBeNull)? KeptBy(Request authorization)
        {
            var challenges = authorization.All(WireNames.CodeChallenge).Select(challenge => challenge.ShownAt).Distinct().ToList();
            if (challenges is not [ExpressionSyntax challenge] || VerifierOf(challenge) is not { } verifier)
                return null;
            return Reached(verifier, verifier) ?? StoresOf(verifier).Select(ReadBack).FirstOrDefault(read => read is not null);
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
        /// <param name="begin">Where it has the verifier.</param>
        (string, bool)? Reached(ExpressionSyntax member, SyntaxNode begin)
        {
            if (
                member is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
                || _makers.SymbolOf(member) is not { IsStatic: false } symbol
                || symbol is not (IFieldSymbol { IsConst: false } or IPropertySymbol)
            )
                return null;
            var model = cache.ModelOf(place.SyntaxTree);
            if (
                !IsOneObject(member)
                || !model.IsAccessible(place.SpanStart, symbol)
                || IsOneRequest(place)
                || IsOneRequest(member)
                || !new Retention(begin, place, cache, cancellation).Outlasts(
                    _makers.ChangesOf(symbol).Where(change => !begin.Contains(change))
                )
            )
                return null;
            var isHidden = !model
                .LookupSymbols(place.SpanStart, name: symbol.Name)
                .Any(seen => SymbolEqualityComparer.Default.Equals(seen.OriginalDefinition, symbol.OriginalDefinition));
            var type = (symbol as IFieldSymbol)?.Type ?? ((IPropertySymbol)symbol).Type;
            return (isHidden ? $"this.{symbol.Name}" : symbol.Name, type.NullableAnnotation == NullableAnnotation.Annotated);
        }

        /// <summary>Whether the object that makes the token request runs the code at another place, too: it is of the same type, or of one
        /// that derives from the other.</summary>
        bool IsOneObject(SyntaxNode other) =>
            Functions.IsInstance(place)
            && cache.TypeAt(place, cancellation) is { } mine
            && cache.TypeAt(other, cancellation) is { } its
            && (IsOrDerives(mine, its) || IsOrDerives(its, mine));

        static bool IsOrDerives(INamedTypeSymbol type, INamedTypeSymbol ancestor) =>
            Functions
                .Bases(type)
                .Prepend(type)
                .Any(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, ancestor.OriginalDefinition));

        /// <summary>Whether the object that answers the callback is another one.</summary>
        bool IsOneRequest(SyntaxNode at) =>
            cache.TypeAt(at, cancellation) is { } around && new RequestLifetime(cache, cancellation).IsOneRequest(around);

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
                } when IsThere(entry.Expression, key, store) && KeyOf(key) is { } written => (
                    $"{entry.Expression}[{written}] as string",
                    true
                ),
                AssignmentExpressionSyntax { Left: var member } => Reached(member, store),
                InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var name },
                    ArgumentList.Arguments: [{ Expression: var key }, _]
                } when Readers.TryGetValue(name, out var reader) && IsThere(owner, key, store) && KeyOf(key) is { } written => (
                    $"{owner}.{reader}({written})",
                    true
                ),
                _ => null,
            };

        /// <summary>Whether the entry of a key is what was stored: a constant names it, the store is the same and outlasts the request, and
        /// nothing in between removes the entry.</summary>
        bool IsThere(ExpressionSyntax owner, ExpressionSyntax key, SyntaxNode store) =>
            Outlasts(owner)
            && ConstantOf(key).HasValue
            && new Retention(store, place, cache, cancellation).Outlasts(RemovalsFrom(owner, key));

        /// <summary>Whether an expression means the same store at the token request, with what it keeps: where another object answers the
        /// callback, a session does.</summary>
        bool Outlasts(ExpressionSyntax owner)
        {
            var first = _makers.SymbolOf(owner.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().First());
            if (first is not (IFieldSymbol or IPropertySymbol) || !cache.ModelOf(place.SyntaxTree).IsAccessible(place.SpanStart, first))
                return false;
            var isOfAll = first.DeclaringSyntaxReferences.IsEmpty && IsInherited(first);
            return _makers.TypeOf(owner) is { } type && Stores.Contains(type.Name)
                ? isOfAll || IsOneObject(owner)
                : IsOneObject(owner)
                    && !IsOneRequest(place)
                    && !IsOneRequest(owner)
                    && _makers.SymbolOf(owner) is IFieldSymbol or IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false };
        }

        /// <summary>Whether a framework's member gives the token request's object what it gives others.</summary>
        bool IsInherited(ISymbol member) =>
            Functions.IsInstance(place) && cache.TypeAt(place, cancellation) is { } type && IsOrDerives(type, member.ContainingType);

        /// <summary>What names the entry at the token request.</summary>
        string? KeyOf(ExpressionSyntax key)
        {
            var means = cache
                .ModelOf(place.SyntaxTree)
                .GetSpeculativeSymbolInfo(place.SpanStart, key, SpeculativeBindingOption.BindAsExpression);
            if (key is LiteralExpressionSyntax || SymbolEqualityComparer.Default.Equals(means.Symbol, _makers.SymbolOf(key)))
                return key.ToString();
            return ConstantOf(key).Value is string text ? SymbolDisplay.FormatLiteral(text, quote: true) : null;
        }

        Optional<object?> ConstantOf(ExpressionSyntax expression) =>
            cache.ModelOf(expression.SyntaxTree).GetConstantValue(expression, cancellation);

        IEnumerable<SyntaxNode> RemovalsFrom(ExpressionSyntax owner, ExpressionSyntax key) =>
            Removers
                .SelectMany(name => cache.UsesOf(name, cancellation))
                .Select(name => name.Parent?.Parent as InvocationExpressionSyntax)
                .OfType<InvocationExpressionSyntax>()
                .Where(call =>
                    call.Expression is MemberAccessExpressionSyntax { Expression: var receiver }
                    && (_makers.TypeOf(receiver) is not { } type || SymbolEqualityComparer.Default.Equals(type, _makers.TypeOf(owner)))
                    && (call.ArgumentList.Arguments is not [{ Expression: var removed }] || MayBe(removed, key))
                );

        bool MayBe(ExpressionSyntax removed, ExpressionSyntax key) =>
            ConstantOf(removed) is not { HasValue: true, Value: var value } || Equals(value, ConstantOf(key).Value);
    }
}
