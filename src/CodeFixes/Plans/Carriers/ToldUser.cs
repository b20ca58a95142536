using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>Whether the steps of a login are told whose it is, as those of a server are, which has many users.</summary>
sealed class ToldUser(RunObject ofRun, CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>Types of who is at the other end.</summary>
    static readonly string[] Peers =
    [
        "HttpListenerContext",
        "HttpListenerRequest",
        "TcpClient",
        "Socket",
        "WebSocket",
        "NetworkStream",
        "HttpContext",
    ];

    /// <summary>Methods of collections whose first argument is a key.</summary>
    static readonly string[] Lookups = ["Add", "TryAdd", "Remove", "TryRemove", "TryGetValue", "ContainsKey", "GetOrAdd", "AddOrUpdate"];

    readonly RunOrder _order = new(cache, cancellation);

    /// <summary>Whether the functions that make the requests are told, or those that call them.</summary>
    public bool IsGivenTo(IReadOnlyList<ExchangeParticipant> ends)
    {
        if (IsGivenToFunctionsOf(ends))
            return true;
        var called = ends.Select(ofRun.CalledBy).OfType<ExchangeParticipant>().ToList();
        return called.Count == ends.Count && IsGivenToFunctionsOf(called);
    }

    bool IsGivenToFunctionsOf(IReadOnlyList<ExchangeParticipant> ends)
    {
        var functions = ends.SelectMany(end => end.Places).Select(Functions.Around).OfType<SyntaxNode>().Distinct().ToList();
        var parameters = functions.ConvertAll(ParametersOf);
        if (parameters.Exists(list => list.Exists(parameter => Peers.Contains(parameter.Type.Name))))
            return true;
        // One run does not mix up the users of two.
        if (functions.Count == 0 || functions.Count == 1 && IsOneRun(ends))
            return false;
        return parameters[0]
            .Exists(parameter =>
                parameters.TrueForAll(list => list.Exists(other => other.Name == parameter.Name))
                && (IsNumber(parameter.Type) || functions.Exists(function => IsKey(parameter.Name, function)))
            );
    }

    bool IsOneRun(IReadOnlyList<ExchangeParticipant> ends) =>
        ends.Where(end => end.Request.Kind != RequestKind.Token)
            .SelectMany(end => end.Places)
            .Any(begun =>
                ends.Where(end => end.Request.Kind == RequestKind.Token)
                    .SelectMany(end => end.Places)
                    .Any(redeemed => _order.Leads(begun, redeemed))
            );

    List<IParameterSymbol> ParametersOf(SyntaxNode function) =>
        [
            .. (Functions.ParametersOf(function)?.Parameters ?? default)
                .Select(parameter => cache.ModelOf(parameter.SyntaxTree).GetDeclaredSymbol(parameter, cancellation))
                .OfType<IParameterSymbol>(),
        ];

    static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt64 || type.Name == "Guid";

    /// <summary>Whether a function looks something up by a parameter.</summary>
    static bool IsKey(string parameter, SyntaxNode function) =>
        function
            .DescendantNodes()
            .OfType<ArgumentSyntax>()
            .Where(argument => argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && name == parameter)
            .Any(argument =>
                argument.Parent is BracketedArgumentListSyntax
                || argument.Parent?.Parent
                    is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } }
                    && Lookups.Contains(method)
            );
}
