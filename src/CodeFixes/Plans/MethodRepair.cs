using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>The edits that make an authorization request's proof key one of S256. They belong together: a name that does not say what was
/// done to the verifier breaks the login.</summary>
/// <param name="Method">What stands for the method's name; null where there is none yet.</param>
/// <param name="Added">Where the method can be added; null where there is one.</param>
/// <param name="Challenge">The expression of the verifier that is sent as its own challenge; null where the challenge is S256
/// already.</param>
sealed record MethodRepair(MethodName? Method, InsertionPoint? Added, ExpressionSyntax? Challenge)
{
    /// <summary>Null where it is not known what the challenge is, or where an edit has no place.</summary>
    public static MethodRepair? Of(Request request, CompilationCache cache, CancellationToken cancellation)
    {
        var methods = request.All(WireNames.CodeChallengeMethod);
        var challenge = IsVerifier(request) ? Sent(request) : null;
        if (challenge is null && !IsS256(request) && !SaysS256(methods))
            return null;
        if (methods.IsEmpty)
            return InsertionPoints.Of(request, cache, cancellation) is [var place] ? new MethodRepair(null, place, challenge) : null;
        var names = methods.Select(method => MethodName.Of(method, request.Executable)).Distinct().ToList();
        return names is [{ } name] ? new MethodRepair(name, null, challenge) : null;
    }

    static bool IsS256(Request request) => request.Variants.All(variant => variant.Challenge is { IsS256: true });

    /// <summary>Whether nothing is done to the verifier: it is what the program drew, or its name says that it is one.</summary>
    static bool IsVerifier(Request request) =>
        request.Variants.All(variant => variant.Challenge is not { IsHashed: true })
        && (
            request.Variants.All(variant => variant.Challenge is { IsText: true, Given: null })
            || Sent(request) is { } sent && Identifier.IsVerifier(sent.LastName() ?? "")
        );

    /// <summary>A misspelt S256 means no other transformation, and no server takes it for one.</summary>
    static bool SaysS256(IEnumerable<Parameter> methods) =>
        methods
            .SelectMany(method => method.Value.Alternatives)
            .Select(value => (value as Text)?.Exact)
            .DefaultIfEmpty(null)
            .All(name => name?.Replace("-", "").Trim().ToUpperInvariant() is "S256" or "SHA256");

    /// <summary>The name or member whose value is sent as the challenge, in the member that makes the request.</summary>
    static ExpressionSyntax? Sent(Request request)
    {
        var sent = request.All(WireNames.CodeChallenge).Select(Expression).Distinct().ToList();
        return sent is [IdentifierNameSyntax or MemberAccessExpressionSyntax] && Declarations.Executable(sent[0]!) == request.Executable
            ? sent[0]
            : null;
    }

    static ExpressionSyntax? Expression(Parameter challenge) =>
        Unescaped(challenge.Entry.Value ?? (challenge.Value is Text { Pieces: [HolePiece { Place: var hole }] } ? hole : null));

    // A verifier is unreserved characters only, which no escaping changes.
    static ExpressionSyntax? Unescaped(SyntaxNode? code) =>
        code is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var inner }] } call
        && call.MethodName() is "EscapeDataString" or "UrlEncode"
            ? Unescaped(inner)
            : code as ExpressionSyntax;
}
