using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings;

/// <summary>Changes of the transformations that OpenIddict's server takes and its client sends:
/// <c>options.CodeChallengeMethods.Add("plain")</c>.</summary>
sealed class ChallengeMethodSets(TypeMatcher matcher, CancellationToken cancellation)
{
    const string Member = "CodeChallengeMethods";
    static readonly ConfiguredType Server = new("OpenIddict server", ["OpenIddict.Server.OpenIddictServerOptions"], [])
    {
        Side = Side.Server,
    };
    static readonly ConfiguredType Client = new(
        "OpenIddict client",
        ["OpenIddict.Client.OpenIddictClientOptions", "OpenIddict.Client.OpenIddictClientRegistration"],
        []
    );

    static readonly Setting Plain = new(Member, SettingEffect.AllowsPlain, ValueCondition.Written);
    static readonly Setting Without = new(Member, SettingEffect.Off, ValueCondition.Written);

    readonly Evaluation _values = new(matcher.Cache, cancellation);

    public IEnumerable<SettingFinding> In(SyntaxTree tree) =>
        matcher.Cache.NamesIn(tree, cancellation)[Member].Select(Of).OfType<SettingFinding>();

    SettingFinding? Of(SimpleNameSyntax name)
    {
        if (CallOn(name) is not { } call || Owner(name, out var symbol) is not { } type)
            return null;
        var row =
            type.Side == Side.Server
                ? IsAdded(call, "plain")
                    ? Plain
                    : null
                : TakesAway(call)
                    ? Without
                    : null;
        return row is null
            ? null
            : SettingFinding.At(call, new TypeMatch(type, symbol), row, row == Plain ? SettingTrap.PlainAdded : SettingTrap.WithoutS256);
    }

    /// <summary>The call of a method of the set that a name stands for.</summary>
    static InvocationExpressionSyntax? CallOn(SimpleNameSyntax name) =>
        name.Parent
            is MemberAccessExpressionSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } method } set
        && set.Name == name
        && method.Expression == set
        && call.Expression == method
            ? call
            : null;

    /// <summary>By type, or where that does not resolve by the registration that the code stands in.</summary>
    ConfiguredType? Owner(SimpleNameSyntax name, out INamedTypeSymbol? symbol)
    {
        symbol = matcher.Cache.SymbolOf(name, cancellation)?.ContainingType;
        if (symbol is not null)
            return Call.FullName(symbol) is var owner && Server.Names.Contains(owner) ? Server
                : Client.Names.Contains(owner) ? Client
                : null;
        return !matcher.Project.MatchesUnresolved
            ? null
            : name.Ancestors()
                .OfType<InvocationExpressionSyntax>()
                .Select(outer => outer.MethodName())
                .Select(method =>
                    method == "AddServer" ? Server
                    : method == "AddClient" ? Client
                    : null
                )
                .FirstOrDefault(type => type is not null);
    }

    bool TakesAway(InvocationExpressionSyntax call) =>
        call.MethodName() switch
        {
            "Remove" => Names(call, "S256"),
            "Clear" => call.FirstAncestorOrSelf<BlockSyntax>()
                ?.DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Any(later => later.SpanStart > call.SpanStart && IsAdded(later, "S256")) != true,
            _ => false,
        };

    bool IsAdded(InvocationExpressionSyntax call, string method) => call.MethodName() == "Add" && Names(call, method);

    // A constant of a package that is not restored is known by its own name.
    bool Names(InvocationExpressionSyntax call, string method) =>
        call.ArgumentList.Arguments is [{ Expression: var given }]
        && _values.ConstantOf(given) is { } text
        && (text == method || text == (method == "S256" ? "Sha256" : "Plain"));
}
