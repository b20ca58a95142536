using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Libraries;

namespace PkceAnalyzers.Settings;

/// <summary>Reads which grants a client is set up for.</summary>
static class GrantReader
{
    static readonly Dictionary<string, Grants> Words = new(StringComparer.Ordinal)
    {
        ["authorization_code"] = Grants.Code,
        ["hybrid"] = Grants.Hybrid,
        ["implicit"] = Grants.Token,
        ["Code"] = Grants.Code,
        ["AuthorizationCode"] = Grants.Code,
        ["CodeAndClientCredentials"] = Grants.Code,
        ["Hybrid"] = Grants.Hybrid,
        ["HybridAndClientCredentials"] = Grants.Hybrid,
        ["Implicit"] = Grants.Token,
        ["ImplicitAndClientCredentials"] = Grants.Token,
        ["AuthorizationCodeWithProofKey"] = Grants.Code,
        ["HybridWithProofKey"] = Grants.Hybrid,
        ["client_credentials"] = Grants.None,
        ["ClientCredentials"] = Grants.None,
        ["password"] = Grants.None,
        ["ResourceOwnerPassword"] = Grants.None,
        ["ResourceOwnerPasswordAndClientCredentials"] = Grants.None,
        ["DeviceFlow"] = Grants.None,
        ["Ciba"] = Grants.None,
        ["ResourceOwner"] = Grants.None,
        ["CodeIdToken"] = Grants.Hybrid,
        ["CodeToken"] = Grants.Hybrid,
        ["CodeIdTokenToken"] = Grants.Hybrid,
        ["gt:authorization_code"] = Grants.Code,
        ["gt:client_credentials"] = Grants.None,
        ["gt:password"] = Grants.None,
        ["urn:ietf:params:oauth:grant-type:device_code"] = Grants.None,
        ["refresh_token"] = Grants.None,
        // OpenIddict's permissions of other kinds: Permissions.Endpoints.Token, Permissions.Prefixes.Scope + "api".
        ["Endpoints"] = Grants.None,
        ["Scope"] = Grants.None,
    };

    /// <summary>The grants of a registration; null where they are not known.</summary>
    public static Grants? Of(Registration registration)
    {
        if (registration.Type.Grant is not { } member)
            return Grants.Code;
        var writes = registration.LastWrites(member.Name).ToList();
        if (writes.Count == 0)
            return registration.IsWhole && !registration.IsOpen ? member.Default : null;
        var all = Grants.None;
        var isOpen = false;
        foreach (var write in writes)
        {
            if ((member.Name == "ResponseType" ? OfResponseTypes(write) : In(write.Value)) is { } grants)
                all |= grants;
            // What is added takes none away that is there.
            else if (write.Place is InvocationExpressionSyntax)
                isOpen = true;
            else
                return null;
        }
        return isOpen && all == Grants.None ? null : all;
    }

    static Grants? OfResponseTypes(MemberWrite write) =>
        write.Values.Contains(null) ? null : write.Values.Aggregate(Grants.None, (all, value) => all | ResponseTypeGrants.Of(value!));

    /// <summary>The grants that an expression names, in whatever form: <c>GrantTypes.Hybrid</c>, a list of names, the union of such; null
    /// where it names none.</summary>
    public static Grants? In(ExpressionSyntax value)
    {
        Grants? all = null;
        var names = value
            .DescendantNodesAndSelf()
            .Select(node =>
                node switch
                {
                    LiteralExpressionSyntax { Token.Value: string text } => text,
                    // ClientGrantType and GrantType are a type and a member, not a grant.
                    IdentifierNameSyntax { Identifier.ValueText: var name } => name,
                    _ => null,
                }
            );
        foreach (var name in names)
        {
            if (name is not null && Words.TryGetValue(name, out var grants))
                all = (all ?? Grants.None) | grants;
        }
        return all;
    }
}
