using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.ProofKeys;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>What tells one login's verifier from others in a store.</summary>
/// <param name="Provider">Names the authorization server and the client.</param>
/// <param name="State">As C#: the <c>state</c> that the authorization request sends; null where all logins share one entry.</param>
/// <param name="RedirectUri">As C#: the redirect URI at the authorization request; null where it cannot be named there.</param>
/// <param name="IsPosted">Whether the authorization response comes by an HTTP POST.</param>
sealed record StoreKey(string Provider, string? State, string? RedirectUri, bool IsPosted)
{
    const string StateParameter = "state";

    public static StoreKey? Of(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(Repair.CarryProvider, out var provider) && provider is not null
            ? new StoreKey(
                provider,
                Of(diagnostic, Repair.CarryStateSent),
                Of(diagnostic, Repair.CarryRedirectUri),
                diagnostic.Properties.ContainsKey(Repair.CarryPosted)
            )
            : null;

    static string? Of(Diagnostic diagnostic, string property) => diagnostic.Properties.TryGetValue(property, out var value) ? value : null;

    public string ProviderLiteral => SymbolDisplay.FormatLiteral(Provider, quote: true);

    /// <summary>The name of an entry in a store of names, as C#.</summary>
    public string EntryFor(string? state)
    {
        var name = $"{ParameterNames.CodeVerifier}:{Provider}";
        return state is null
            ? SymbolDisplay.FormatLiteral(name, quote: true)
            : $"{SymbolDisplay.FormatLiteral(name + ":", quote: true)} + {state}";
    }

    /// <summary>As C#: the <c>state</c> that came back with the response, where logins differ in it.</summary>
    /// <param name="query">The expression of the response's parameters.</param>
    public string? ReturnedAt(Request callback, string query)
    {
        if (State is null)
            return null;
        return IsParameter(callback) ? StateParameter : $"{query}[\"{StateParameter}\"]";
    }

    /// <summary>Whether a parameter of the handler itself holds it, as it came: bound by its name alone, and never written to.</summary>
    static bool IsParameter(Request callback)
    {
        var found = callback.File.Model.LookupSymbols(callback.Span.Start, name: StateParameter);
        if (
            found is not [IParameterSymbol { Type.SpecialType: SpecialType.System_String } parameter]
            || Functions.Around(callback.Place) is not { } function
        )
            return false;
        if (
            parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not ParameterSyntax { AttributeLists.Count: 0 } declared
            || Functions.Around(declared) != function
        )
            return false;
        return !function
            .DescendantNodes()
            .Any(node =>
                node
                    is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: StateParameter } }
                        or ArgumentSyntax
                        {
                            RefOrOutKeyword.RawKind: not 0,
                            Expression: IdentifierNameSyntax { Identifier.ValueText: StateParameter }
                        }
            );
    }
}
