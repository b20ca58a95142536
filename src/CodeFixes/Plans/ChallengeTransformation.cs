using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;
using PkceAnalyzers.Values.Models;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>The code that makes a code challenge out of a code verifier.</summary>
/// <param name="Maker">The expression that makes all of it.</param>
/// <param name="Verifier">The expression of the verifier, as it can be written there.</param>
sealed record ChallengeTransformation(ExpressionSyntax Maker, ExpressionSyntax Verifier)
{
    /// <summary>Whether it is none: the verifier itself is sent.</summary>
    public bool IsPlain => Maker == Verifier;

    /// <summary>The transformation behind a challenge; null where it is not known, or not made of one verifier.</summary>
    /// <param name="challenge">The expression that is sent or named so, or the method that gives it.</param>
    public static ChallengeTransformation? Of(SyntaxNode challenge, CompilationCache cache, CancellationToken cancellation) =>
        new Finder(cache, cancellation).Find(challenge);

    sealed class Finder(CompilationCache cache, CancellationToken cancellation)
    {
        const int MostHelpers = 3;
        const int MostNames = 6;

        readonly ValueMaker _makers = new(cache, cancellation);

        public ChallengeTransformation? Find(SyntaxNode challenge)
        {
            var maker =
                challenge is ExpressionSyntax sent ? _makers.Of(Unencoded(sent))
                : ValueMaker.SoleResult(challenge) is { } result ? _makers.Of(result)
                : null;
            for (var i = 0; i < MostHelpers && maker is InvocationExpressionSyntax call && Within(call) is { } inner; i++)
                maker = _makers.Of(inner);
            if (maker is null)
                return null;
            if (!Hashes(maker, 0))
                return challenge is ExpressionSyntax unhashed ? new(unhashed, unhashed) : null;
            return VerifierOf(maker) is { } verifier && IsSameAt(maker, verifier) ? new(maker, verifier) : null;
        }

        /// <summary>Whether a verifier that a step before names is in scope where the challenge is made, and the same there.</summary>
        bool IsSameAt(ExpressionSyntax maker, ExpressionSyntax verifier) =>
            maker.Span.Contains(verifier.Span)
            || _makers.SymbolOf(verifier) is not ILocalSymbol local
            || !_makers.IsWrittenAfter(verifier, local)
                && cache.ModelOf(maker.SyntaxTree).LookupSymbols(maker.SpanStart, name: local.Name).Contains(local);

        /// <summary>A value as it is before it is encoded for a URL.</summary>
        ExpressionSyntax Unencoded(ExpressionSyntax value) =>
            value is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var inner }] } call
            && call.MethodName() is "EscapeDataString" or "UrlEncode" or "Encode"
            && _makers.SymbolOf(call) is null or { DeclaringSyntaxReferences.IsEmpty: true }
            && IsText(inner)
                ? Unencoded(inner)
                : value;

        /// <summary>What a method of the program gives that is handed the verifier itself; null where the call is handed what was made of
        /// it, and where the method hashes for others, too: then the call is what makes the challenge.</summary>
        ExpressionSyntax? Within(InvocationExpressionSyntax call) =>
            call.ArgumentList.Arguments.All(argument => !Hashes(argument.Expression, 0))
            && _makers.SymbolOf(call) is IMethodSymbol method
            && _makers.IsUsedOnce(method)
            && _makers.SoleResult(method) is { } result
            && Hashes(result, 0)
                ? result
                : null;

        /// <summary>Whether a digest is computed on the way to a value.</summary>
        bool Hashes(ExpressionSyntax value, int step) =>
            value
                .DescendantNodesAndSelf()
                .OfType<ExpressionSyntax>()
                .Any(part =>
                    part switch
                    {
                        InvocationExpressionSyntax call => DigestModel.Computes(call.MethodName())
                            || step < MostNames && HashesWithin(call, step),
                        IdentifierNameSyntax name => step < MostNames
                            && _makers.SymbolOf(name) is ILocalSymbol local
                            && (
                                IsFilledByDigest(name, local)
                                || _makers.SoleDefinition(name) is { } definition
                                    && !definition.Contains(value)
                                    && Hashes(definition, step + 1)
                            ),
                        _ => false,
                    }
                );

        /// <summary>Whether a digest is written into a local, which it is handed.</summary>
        bool IsFilledByDigest(IdentifierNameSyntax name, ILocalSymbol local) =>
            _makers.TypeOf(name) is { } type
            && IsOctets(type)
            && Functions.Around(name) is { } function
            && function
                .DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Any(call =>
                    DigestModel.Computes(call.MethodName())
                    && call.ArgumentList.Arguments.Skip(1)
                        .Any(argument => SymbolEqualityComparer.Default.Equals(_makers.SymbolOf(argument.Expression), local))
                );

        bool HashesWithin(InvocationExpressionSyntax call, int step) =>
            _makers.SoleResult(_makers.SymbolOf(call) as IMethodSymbol) is { } result && Hashes(result, step + 1);

        /// <summary>The one text that the value is made of; where it is made of octets, the text that is made of the same.</summary>
        ExpressionSyntax? VerifierOf(ExpressionSyntax maker)
        {
            var leaves = LeavesOf(maker, 0).ToList();
            var texts = Distinct(leaves.Where(IsText));
            if (texts.Count > 0)
                return texts is [var only] && leaves.Where(IsText).All(IsHashedAsIs) ? only : null;
            return Distinct(leaves) is [var octets] ? TextOf(octets, maker) : null;
        }

        /// <summary>Whether it is the text itself that goes to the digest, and no text that is made of it.</summary>
        bool IsHashedAsIs(ExpressionSyntax text)
        {
            SyntaxNode whole = text;
            while (
                whole.Parent
                    is ParenthesizedExpressionSyntax
                        or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            )
                whole = whole.Parent;
            return whole.Parent switch
            {
                ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => !IsText(call) || Hashes(call, 0),
                MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => !IsText(call) || HashesWithin(call, 0),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or InterpolationSyntax => false,
                _ => true,
            };
        }

        List<ExpressionSyntax> Distinct(IEnumerable<ExpressionSyntax> leaves) =>
            [.. leaves.GroupBy(_makers.SymbolOf, SymbolEqualityComparer.Default).Select(same => same.First())];

        bool IsText(ExpressionSyntax expression) => _makers.TypeOf(expression)?.SpecialType == SpecialType.System_String;

        /// <summary>The names of values that go into a value: texts, and octets that are drawn.</summary>
        IEnumerable<ExpressionSyntax> LeavesOf(ExpressionSyntax value, int step)
        {
            if (step > MostNames)
                yield break;
            var parts = value
                .DescendantNodesAndSelf(node => node == value || node is not MemberAccessExpressionSyntax access || !IsLeaf(access))
                .OfType<ExpressionSyntax>()
                .Where(IsLeaf);
            foreach (var part in parts)
            {
                var definition = _makers.SymbolOf(part) is ILocalSymbol ? _makers.SoleDefinition(part) : null;
                var isStep =
                    definition is not null
                    && !definition.Contains(value)
                    && (IsText(part) ? Hashes(definition, 0) : IsMadeOfMore(definition));
                if (!isStep)
                    yield return part;
                else
                {
                    foreach (var inner in LeavesOf(definition!, step + 1))
                        yield return inner;
                }
            }
        }

        bool IsMadeOfMore(ExpressionSyntax definition) => definition.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(IsLeaf);

        bool IsLeaf(ExpressionSyntax expression) =>
            expression
                is IdentifierNameSyntax { Parent: not MemberAccessExpressionSyntax }
                    or MemberAccessExpressionSyntax
                    or IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } }
            && (expression.Parent as MemberAccessExpressionSyntax)?.Name != expression
            && _makers.SymbolOf(expression)
                is ILocalSymbol { IsConst: false }
                    or IParameterSymbol
                    or IFieldSymbol { IsConst: false, IsStatic: false }
                    or IPropertySymbol { IsStatic: false }
            && _makers.TypeOf(expression) is { } type
            && (type.SpecialType == SpecialType.System_String || IsOctets(type));

        static bool IsOctets(ITypeSymbol type) =>
            type
                is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
                    or INamedTypeSymbol
                    {
                        Name: "Span" or "ReadOnlySpan" or "Memory",
                        TypeArguments: [{ SpecialType: SpecialType.System_Byte }]
                    };

        /// <summary>The text that the same function has made of the octets before, where it makes no second one: that may be the
        /// verifier.</summary>
        ExpressionSyntax? TextOf(ExpressionSyntax octets, ExpressionSyntax maker)
        {
            if (_makers.SymbolOf(octets) is not { } drawn || Functions.Around(maker) is not { } function)
                return null;
            var texts = new List<(SyntaxNode Maker, ExpressionSyntax? Name)>();
            foreach (var node in function.DescendantNodes())
            {
                var (name, value) = node switch
                {
                    AssignmentExpressionSyntax { Left: IdentifierNameSyntax or MemberAccessExpressionSyntax } assignment => (
                        assignment.Left,
                        assignment.Right
                    ),
                    VariableDeclaratorSyntax { Initializer.Value: var initial } variable => (FirstUse(variable, function), initial),
                    _ => default((ExpressionSyntax? Name, ExpressionSyntax Value)),
                };
                if (value is not null && IsText(value) && !Hashes(value, 0) && Mentions(value, drawn))
                    texts.Add((node, name));
            }
            return texts is [var only] && only.Maker.Span.End <= maker.SpanStart ? only.Name : null;
        }

        IdentifierNameSyntax? FirstUse(VariableDeclaratorSyntax variable, SyntaxNode function) =>
            cache.ModelOf(variable.SyntaxTree).GetDeclaredSymbol(variable, cancellation) is { } declared
                ? function
                    .DescendantNodes()
                    .OfType<IdentifierNameSyntax>()
                    .FirstOrDefault(name => SymbolEqualityComparer.Default.Equals(_makers.SymbolOf(name), declared))
                : null;

        bool Mentions(ExpressionSyntax value, ISymbol symbol) =>
            value
                .DescendantNodesAndSelf()
                .OfType<IdentifierNameSyntax>()
                .Any(name => SymbolEqualityComparer.Default.Equals(_makers.SymbolOf(name), symbol));
    }
}
