using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Verifiers;

/// <summary>Finds the code verifiers that are made once and serve many authorization requests: in members of a type, in locals of the code
/// that sets a program up, and in caches.</summary>
sealed class SharedVerifiers(CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>Methods that take what a cache holds under a key, and make it where it holds nothing.</summary>
    static readonly string[] CacheCalls = ["GetOrCreate", "GetOrCreateAsync", "GetOrAdd", "GetOrAddAsync"];

    /// <summary>The method that makes the value of a variable once.</summary>
    const string Initializer = "EnsureInitialized";

    readonly VerifierOrigins _origins = new(cache, cancellation);

    readonly Evaluation _values = new(cache, cancellation);

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

    public IEnumerable<SharedVerifier> In(SyntaxTree tree)
    {
        var text = tree.GetText(cancellation);
        return tree.GetRoot(cancellation)
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>()
            .Where(type => TriggerWords.OfVerifiers.AreIn(text, type.Span))
            .SelectMany(In)
            .Concat(new CapturedVerifiers(cache, _origins, cancellation).In(tree));
    }

    IEnumerable<SharedVerifier> In(TypeDeclarationSyntax type)
    {
        var holders = new VerifierHolders(cache, _origins, cancellation).In(type);
        var writes = Writes(type, holders).ToLookup(write => write.Member);
        foreach (var written in writes)
        {
            var name = written.Key.Name;
            if (!holders.Contains(name) && !ProofNames.IsVerifier(name, type.SyntaxTree, cancellation))
                continue;
            // Set anew, or forgotten, in a method: for each login.
            if (written.Concat(writes[new Member(name, null)]).Any(write => write.Moment == Moment.Method))
                continue;
            var isMade = holders.Contains(name) || written.Any(write => _origins.AreMade(write.Value));
            var first = written.OrderByDescending(write => _origins.AreMade(write.Value)).First();
            if (IsStatic(type, name))
                yield return new SharedVerifier(first.Value, first.Value, isMade, Lifetime.Process);
            else if (UsesForRequests(type, written.Key) is [var use, ..] uses && LifetimeOf(type) is { } lifetime)
                yield return new SharedVerifier(use, first.Value, isMade, lifetime)
                {
                    Renewal =
                        lifetime == Lifetime.Process || holders.Contains(name) || written.Count() > 1
                            ? null
                            : VerifierRenewal.Of(type, name, first.Value, uses),
                };
            // Others make the challenge of it.
            else if (isMade && IsSingleton(type))
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

    /// <summary>A field or property.</summary>
    /// <param name="Owner">The type that declares it; null where it does not resolve.</param>
    readonly record struct Member(string Name, string? Owner);

    /// <summary>The member that an expression means, or that a declaration declares; null for a local or parameter.</summary>
    static Member? MemberOf(string name, ISymbol? symbol) =>
        symbol is null ? new Member(name, null)
        : symbol is IFieldSymbol or IPropertySymbol ? new Member(name, symbol.ContainingType.OriginalDefinition.ToDisplayString())
        : null;

    /// <summary>The assignments to members that are called verifiers, or hold one, in the type's own code.</summary>
    IEnumerable<(Member Member, ExpressionSyntax Value, Moment Moment)> Writes(TypeDeclarationSyntax type, HashSet<string> holders)
    {
        var owner = cache.TypeAt(type, cancellation)?.ToDisplayString();
        foreach (var node in type.DescendantNodes(node => node is not TypeDeclarationSyntax || node == type))
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: var value, Parent.Parent: FieldDeclarationSyntax field } variable
                    when !field.Modifiers.Any(SyntaxKind.ConstKeyword) && IsKept(variable.Identifier.ValueText):
                    yield return (new Member(variable.Identifier.ValueText, owner), value, Moment.Once);
                    break;
                case PropertyDeclarationSyntax { Initializer.Value: var value } property when IsKept(property.Identifier.ValueText):
                    yield return (new Member(property.Identifier.ValueText, owner), value, Moment.Once);
                    break;
                case AssignmentExpressionSyntax assignment
                    when assignment.Left.LastName() is { } name
                        && IsKept(name)
                        && MemberOf(name, cache.SymbolOf(assignment.Left, cancellation)) is { } member:
                    // x ??= Create() in a method makes it once, too.
                    var once =
                        assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression)
                        || Declarations.Executable(assignment) is ConstructorDeclarationSyntax
                        || IsWhereAbsent(assignment, name);
                    // A member of another object that the method makes is no matter of this type.
                    if (once || assignment.Parent is not InitializerExpressionSyntax)
                        yield return (member, assignment.Right, once ? Moment.Once : Moment.Method);
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
    List<SyntaxNode> UsesForRequests(TypeDeclarationSyntax type, Member member) =>
        type
            .Members.OfType<MethodDeclarationSyntax>()
            .Where(method => method.DescendantTokens().Any(MakesChallenge))
            .Select(method =>
                method
                    .DescendantNodes()
                    .OfType<IdentifierNameSyntax>()
                    .FirstOrDefault(use =>
                        use.Identifier.ValueText == member.Name
                        && Means(use, member)
                        && use.Parent is not AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax }
                    )
            )
            .OfType<SyntaxNode>()
            .ToList();

    /// <summary>Whether a name means the member, as far as both bind.</summary>
    bool Means(IdentifierNameSyntax use, Member member) =>
        MemberOf(member.Name, cache.SymbolOf(use, cancellation)) is { Owner: var owner }
        && (owner is null || member.Owner is null || owner == member.Owner);

    /// <summary>Whether a token is part of code that makes or sends a code challenge.</summary>
    public static bool MakesChallenge(SyntaxToken token) =>
        token.ValueText is WireNames.CodeChallenge
        || token.IsKind(SyntaxKind.IdentifierToken) && Identifier.IsCodeChallenge(token.ValueText)
        || token.Text.Contains("code_challenge=");

    /// <summary>Whether the container has one for the whole process: <c>AddSingleton&lt;T&gt;()</c>, <c>AddSingleton(new
    /// T())</c>.</summary>
    bool IsSingleton(TypeDeclarationSyntax type)
    {
        var name = type.Identifier.ValueText;
        return HostSetup
            .Singletons.SelectMany(method => cache.UsesOf(method, cancellation))
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

    Lifetime? LifetimeOf(TypeDeclarationSyntax type)
    {
        if (type is not ClassDeclarationSyntax)
            return null;
        if (IsSingleton(type))
            return Lifetime.Process;
        var last = Identifier.Words(type.Identifier.ValueText).LastOrDefault() ?? "";
        return LongLived.Contains(last) ? Lifetime.Object
            : ShortLived.Contains(last) ? null
            : Lifetime.PerhapsObject;
    }

    /// <summary>Whether a verifier is got from a cache under a name that is always the same.</summary>
    bool IsCached(InvocationExpressionSyntax call)
    {
        var method = call.MethodName();
        if (
            method != Initializer && Array.IndexOf(CacheCalls, method) < 0
            || call.ArgumentList.Arguments is not [{ Expression: var key }, .., { Expression: var factory }]
        )
            return false;
        if (method == Initializer)
            return key.LastName() is { } named && Identifier.IsCodeOrBareVerifier(named) && NamesVerifier(factory);
        // Asked last: most keys are of other caches.
        return IsAboutVerifiers(key, factory) && _values.ConstantOf(key) is { } text && (NamesVerifier(factory) || IsVerifierKey(text));
    }

    /// <summary>Whether the code around a key speaks of verifiers: only then is it evaluated.</summary>
    static bool IsAboutVerifiers(ExpressionSyntax key, ExpressionSyntax factory) =>
        NamesVerifier(factory) || key.DescendantTokens().Any(token => Identifier.MayBeProof(token.ValueText));

    static bool IsVerifierKey(string key) => key == WireNames.CodeVerifier || Identifier.IsCodeVerifier(key);

    static bool NamesVerifier(ExpressionSyntax factory) =>
        factory.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => Identifier.IsCodeOrBareVerifier(name.Identifier.ValueText));
}
