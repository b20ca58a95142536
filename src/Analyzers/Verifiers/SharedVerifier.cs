using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Verifiers;

/// <summary>A code verifier that is made once and serves many authorization requests.</summary>
/// <param name="Place">Where it is made; of an object's, where the object uses it for one request after the other.</param>
/// <param name="Made">Where it is made.</param>
/// <param name="IsMade">False where it is a constant there, or comes from elsewhere: made at that place it would be shared.</param>
sealed record SharedVerifier(SyntaxNode Place, SyntaxNode Made, bool IsMade, Lifetime Lifetime)
{
    /// <summary>How it can be made for each login; null where that is not known to be sound.</summary>
    public VerifierRenewal? Renewal { get; init; }

    /// <summary>Objects that begin logins for others to use.</summary>
    static readonly HashSet<string> LongLived =
    [
        "client",
        "service",
        "helper",
        "manager",
        "provider",
        "api",
        "authenticator",
        "authorizer",
        "authenticate",
        "broker",
        "connector",
        "factory",
        "store",
    ];

    /// <summary>Objects that stand for one login, or that a framework makes for each request.</summary>
    static readonly HashSet<string> ShortLived =
    [
        "controller",
        "page",
        "model",
        "hub",
        "endpoint",
        "handler",
        "component",
        "request",
        "session",
        "flow",
        "attempt",
        "state",
        "context",
        "data",
        "info",
        "details",
        "result",
        "response",
        "parameters",
        "options",
        "key",
        "pkce",
        "job",
        "command",
        "window",
        "form",
        "dialog",
        "view",
        "pair",
        "code",
        "challenge",
        "verifier",
        "transaction",
        "login",
    ];

    public static IEnumerable<SharedVerifier> In(SemanticModel model, CompilationCache cache, CancellationToken cancellation)
    {
        var tree = model.SyntaxTree;
        var text = tree.GetText(cancellation);
        return tree.GetRoot(cancellation)
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>()
            .Where(type => TriggerWords.OfVerifiers.AreIn(text, type.Span))
            .SelectMany(type => In(type, model, cache, cancellation))
            .Concat(CapturedVerifiers.In(tree, cancellation));
    }

    static IEnumerable<SharedVerifier> In(
        TypeDeclarationSyntax type,
        SemanticModel model,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        var holders = VerifierHolders.In(type, model, cancellation);
        var writes = Writes(type, holders).ToLookup(write => write.Name);
        foreach (var written in writes)
        {
            if (!holders.Contains(written.Key) && !ProofNames.IsVerifier(written.Key, type.SyntaxTree, cancellation))
                continue;
            // Set anew, or forgotten, in a method: for each login.
            if (written.Any(write => write.Moment == Moment.Method))
                continue;
            var isMade = holders.Contains(written.Key) || written.Any(write => Makes(write.Value));
            var first = written.OrderByDescending(write => Makes(write.Value)).First();
            if (IsStatic(type, written.Key))
                yield return new SharedVerifier(first.Value, first.Value, isMade, Lifetime.Process);
            else if (UsesForRequests(type, written.Key) is [var use, ..] uses && LifetimeOf(type, cache, cancellation) is { } lifetime)
                yield return new SharedVerifier(use, first.Value, isMade, lifetime)
                {
                    Renewal =
                        lifetime == Lifetime.Process || holders.Contains(written.Key) || written.Count() > 1
                            ? null
                            : VerifierRenewal.Of(type, written.Key, first.Value, uses),
                };
            // Others make the challenge of it.
            else if (isMade && IsSingleton(type, cache, cancellation))
                yield return new SharedVerifier(first.Value, first.Value, isMade, Lifetime.Process);
        }
        foreach (
            var call in type.DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Where(call => call.FirstAncestorOrSelf<TypeDeclarationSyntax>() == type && IsCached(call))
        )
            yield return new SharedVerifier(call, call, true, Lifetime.Process);
    }

    enum Moment
    {
        Once,
        Method,
    }

    /// <summary>The assignments to members that are called verifiers, or hold one, in the type's own code.</summary>
    static IEnumerable<(string Name, ExpressionSyntax Value, Moment Moment)> Writes(TypeDeclarationSyntax type, HashSet<string> holders)
    {
        foreach (var node in type.DescendantNodes(node => node is not TypeDeclarationSyntax || node == type))
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: var value, Parent.Parent: FieldDeclarationSyntax field } variable
                    when !field.Modifiers.Any(SyntaxKind.ConstKeyword) && IsKept(variable.Identifier.ValueText):
                    yield return (variable.Identifier.ValueText, value, Moment.Once);
                    break;
                case PropertyDeclarationSyntax { Initializer.Value: var value } property when IsKept(property.Identifier.ValueText):
                    yield return (property.Identifier.ValueText, value, Moment.Once);
                    break;
                case AssignmentExpressionSyntax assignment when assignment.Left.LastName() is { } name && IsKept(name):
                    // x ??= Create() in a method makes it once, too.
                    var once =
                        assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression)
                        || Declarations.Executable(assignment) is ConstructorDeclarationSyntax
                        || IsWhereAbsent(assignment, name);
                    // A member of another object that the method makes is no matter of this type.
                    if (once || assignment.Parent is not InitializerExpressionSyntax)
                        yield return (name, assignment.Right, once ? Moment.Once : Moment.Method);
                    break;
            }
        }

        bool IsKept(string name) => Identifier.IsCodeOrBareVerifier(name) || holders.Contains(name);
    }

    /// <summary>if (x == null) x = Create(), if (string.IsNullOrEmpty(x)) { x = Create(); }</summary>
    static bool IsWhereAbsent(AssignmentExpressionSyntax assignment, string name) =>
        assignment.Parent is ExpressionStatementSyntax statement
        && (statement.Parent is BlockSyntax { Parent: IfStatementSyntax } block ? block.Parent : statement.Parent)
            is IfStatementSyntax { Condition: var condition }
        && PresenceTest.Of(condition) is { IsAbsent: true, Subject: var subject }
        && subject.LastName() == name;

    /// <summary>Whether it is made there, and not handed in, read back or constant.</summary>
    public static bool Makes(ExpressionSyntax value) =>
        value.Bare() switch
        {
            InvocationExpressionSyntax call => !call.MethodName().StartsWith("Get", StringComparison.Ordinal)
                || call.MethodName().StartsWith("GetRandom", StringComparison.Ordinal)
                || call.MethodName() is "GetHexString" or "GetString",
            BaseObjectCreationExpressionSyntax creation => creation.DescendantNodes().Any(node => node is InvocationExpressionSyntax),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Makes(sum.Left) || Makes(sum.Right),
            _ => false,
        };

    static bool IsStatic(TypeDeclarationSyntax type, string name) =>
        type.Members.Any(member =>
            member.Modifiers.Any(SyntaxKind.StaticKeyword)
            && member switch
            {
                FieldDeclarationSyntax field => field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name),
                PropertyDeclarationSyntax property => property.Identifier.ValueText == name,
                _ => false,
            }
        );

    /// <summary>Where methods, not the constructor, make a challenge of it: the first use in each.</summary>
    static List<SyntaxNode> UsesForRequests(TypeDeclarationSyntax type, string name) =>
        type
            .Members.OfType<MethodDeclarationSyntax>()
            .Where(method => method.DescendantTokens().Any(MakesChallenge))
            .Select(method =>
                method
                    .DescendantNodes()
                    .OfType<IdentifierNameSyntax>()
                    .FirstOrDefault(use =>
                        use.Identifier.ValueText == name
                        && use.Parent is not AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax }
                    )
            )
            .OfType<SyntaxNode>()
            .ToList();

    /// <summary>Whether a token is part of code that makes or sends a code challenge.</summary>
    public static bool MakesChallenge(SyntaxToken token) =>
        token.ValueText is WireNames.CodeChallenge
        || token.IsKind(SyntaxKind.IdentifierToken) && Identifier.IsCodeChallenge(token.ValueText)
        || token.Text.Contains("code_challenge=");

    /// <summary>Whether the container has one for the whole process: <c>AddSingleton&lt;T&gt;()</c>, <c>AddSingleton(new
    /// T())</c>.</summary>
    static bool IsSingleton(TypeDeclarationSyntax type, CompilationCache cache, CancellationToken cancellation)
    {
        var name = type.Identifier.ValueText;
        return ((string[])["AddSingleton", "TryAddSingleton"])
            .SelectMany(method => cache.UsesOf(method, cancellation))
            .Any(use => Names(use) || use.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && Makes(call));

        bool Names(SimpleNameSyntax use) =>
            use is GenericNameSyntax { TypeArgumentList.Arguments: var arguments }
            && arguments.Any(argument => argument.GetLastToken().ValueText == name);

        bool Makes(InvocationExpressionSyntax call) =>
            call
                .ArgumentList.DescendantNodes()
                .OfType<ObjectCreationExpressionSyntax>()
                .Any(made => made.Type.GetLastToken().ValueText == name);
    }

    static Lifetime? LifetimeOf(TypeDeclarationSyntax type, CompilationCache cache, CancellationToken cancellation)
    {
        if (type is not ClassDeclarationSyntax)
            return null;
        if (IsSingleton(type, cache, cancellation))
            return Lifetime.Process;
        var last = Identifier.Words(type.Identifier.ValueText).LastOrDefault() ?? "";
        return LongLived.Contains(last) ? Lifetime.Object
            : ShortLived.Contains(last) ? null
            : Lifetime.PerhapsObject;
    }

    /// <summary>Whether a verifier is got from a cache under a name that is always the same.</summary>
    static bool IsCached(InvocationExpressionSyntax call) =>
        call.MethodName() is "GetOrCreate" or "GetOrCreateAsync" or "GetOrAdd" or "GetOrAddAsync" or "EnsureInitialized"
        && call.ArgumentList.Arguments is [{ Expression: var key }, .., { Expression: var factory }]
        && (
            key is LiteralExpressionSyntax
            || key is IdentifierNameSyntax { Identifier.ValueText: var named }
                && Identifier.IsCodeOrBareVerifier(named)
                && call.MethodName() == "EnsureInitialized"
        )
        && (
            key is LiteralExpressionSyntax { Token.Value: string text }
                && (text == WireNames.CodeVerifier || Identifier.IsCodeVerifier(text))
            || factory
                .DescendantNodesAndSelf()
                .OfType<SimpleNameSyntax>()
                .Any(name => Identifier.IsCodeOrBareVerifier(name.Identifier.ValueText))
        );
}
