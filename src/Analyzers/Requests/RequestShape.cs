using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Requests;

/// <summary>Tells whether a parameter set is a request of the authorization code grant.</summary>
static class RequestShape
{
    const int MostResponseTypes = 4;

    /// <summary>The parameter that makes the set an authorization request (RFC 6749 section 4.1.1); null when it is none.</summary>
    public static Parameter? Authorization(Variant request)
    {
        if (
            request.Find(WireNames.GrantType) is not null && !AsksByMistake(request)
            || request.Find(WireNames.Code) is not null
            || IsProse(request)
            || EndsTheSession(request.Endpoint)
        )
            return null;
        // The settings that a client in the browser is told, from which it makes its own requests.
        if (request.Find("authority") is not null || request.Find("post_logout_redirect_uri") is not null)
            return null;
        // Pushed (RFC 9126) or signed (RFC 9101): the parameters are elsewhere.
        if (request.Find(WireNames.RequestUri) is not null || request.Find(WireNames.Request) is not null)
            return null;
        if (request.Find(WireNames.ResponseType) is { } type)
        {
            var other =
                request.Find(WireNames.ClientId)
                ?? request.Find(WireNames.RedirectUri)
                ?? request.Find(WireNames.Scope)
                ?? request.Find(WireNames.CodeChallenge);
            if (type.Value.Alternatives.All(IsUnknown))
                return
                    request.Find(WireNames.ClientId) is not null
                    && request.Find(WireNames.RedirectUri) is not null
                    && IsAuthorizationEndpoint(request.Endpoint)
                    ? type
                    : null;
            return other is not null && type.Value.Alternatives.Any(AsksForCode) ? type : null;
        }
        // A challenge is sent in no other request.
        if (request.Find(WireNames.CodeChallenge) is { } challenge && request.Find(WireNames.CodeVerifier) is null)
            return challenge;
        if (
            request.Find(WireNames.ClientId) is not { } client
            || request.Find(WireNames.ClientSecret) is not null
            || request.Find(WireNames.RefreshToken) is not null
        )
            return null;
        var wanted =
            request.Find(WireNames.RedirectUri)
            ?? request.Find(WireNames.StateParameter)
            // The invitation of a bot alone (Discord) gives no code.
            ?? (request.Find(WireNames.Scope) is { } scope && TextOf(scope.Value) != "bot" ? scope : null);
        return wanted is not null && IsAuthorizationEndpoint(request.Endpoint) ? client : null;
    }

    /// <summary>Whether a set asks for a code, and says by mistake how the code will be redeemed.</summary>
    static bool AsksByMistake(Variant request) =>
        request.Find(WireNames.ResponseType) is { } type
        && type.Value.Alternatives.Any(AsksForCode)
        && request.Find(WireNames.StateParameter) is not null
        && request.Find(WireNames.Code) is null
        && request.Find(WireNames.CodeVerifier) is null
        && request.Find(WireNames.ClientSecret) is null;

    /// <summary>The parameter that makes the set a token request (RFC 6749 section 4.1.3); null when it is none.</summary>
    public static Parameter? Token(Variant request)
    {
        if (request.Find("js_code") is not null)
            return null;
        if (request.Find(WireNames.GrantType) is { } grant)
            return
                grant.Value.Alternatives.Any(value => TextOf(value) == WireNames.AuthorizationCode)
                && (request.Find(WireNames.Code) is not null || !request.Set.Open.IsEmpty && !AsksByMistake(request))
                ? grant
                : null;
        // Without a grant type a code may be a device's (RFC 8628), which only its name tells.
        if (
            request.Find(WireNames.Code) is not { } code
            || TextOf(code.Value) is not null
            || code.Value is Text text && HasWord(text, "device")
        )
            return null;
        return
            request.Find(WireNames.ClientId) is not null
            && request.Find(WireNames.ClientSecret) is not null
            && MayBeTokenEndpoint(request.Endpoint)
            ? code
            : null;
    }

    /// <summary>The <c>response_type</c> of an authorization request that asks for a token in the front channel; null when it is
    /// none.</summary>
    public static Parameter? FrontChannel(Variant request) =>
        request.Find(WireNames.ResponseType) is { } type
        && request.Find(WireNames.GrantType) is null
        && (request.Find(WireNames.ClientId) ?? request.Find(WireNames.RedirectUri) ?? request.Find(WireNames.Scope)) is not null
        && type.Value.Alternatives.All(value => ResponseTypes(value).Contains(WireNames.Token, StringComparer.OrdinalIgnoreCase))
            ? type
            : null;

    /// <summary>Whether only the caller knows which grant the request is of.</summary>
    public static bool IsLeftToCaller(Variant request) =>
        (request.Find(WireNames.ResponseType) ?? request.Find(WireNames.GrantType)) is { } type
        && type.Value.Alternatives.Any(value => value.Sources.Has(SourceKind.Caller));

    /// <summary>Whether an authorization request is taken to ask for a code only because nothing says what it asks for.</summary>
    public static bool IsPresumed(Parameter anchor) => anchor.Name == WireNames.ResponseType && anchor.Value.Alternatives.All(IsUnknown);

    static bool IsUnknown(Value value) => value is Unknown or Text { Exact: null };

    static bool AsksForCode(Value value) => ResponseTypes(value).Contains(WireNames.Code, StringComparer.OrdinalIgnoreCase);

    static string[] ResponseTypes(Value value)
    {
        var types = TextOf(value)?.Split([" ", "+", ",", "%20"], StringSplitOptions.RemoveEmptyEntries) ?? [];
        // Prose is no list of response types.
        return types.Length <= MostResponseTypes && types.All(type => type.All(c => char.IsLetterOrDigit(c) || c is '_' or '-'))
            ? types
            : [];
    }

    static string? TextOf(Value value) => (value as Text)?.Exact?.Trim();

    // Providers that need no response_type are known by their endpoint alone.
    static bool IsAuthorizationEndpoint(Text endpoint)
    {
        for (var i = endpoint.Pieces.Length - 1; i >= 0; i--)
        {
            if (endpoint.Pieces[i] is HolePiece hole)
                return hole.Place.ToString().IndexOf("authoriz", StringComparison.OrdinalIgnoreCase) >= 0
                    || hole.Content.Alternatives.OfType<Text>().Any(IsAuthorizationEndpoint);
            if (endpoint.Pieces[i] is LiteralPiece { Content: var content } && content.TrimEnd('/', ' ') is { Length: > 0 } path)
                return EndpointNames.Contains(path.Substring(path.LastIndexOf('/') + 1).Split('.')[0], StringComparer.OrdinalIgnoreCase);
        }
        return false;
    }

    /// <summary>Whether it is a sentence about a URL, with nothing to fill in: documentation.</summary>
    static bool IsProse(Variant request) =>
        request.Text.Exact is { } text
        && text.Trim() is var trimmed
        && trimmed.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme
        && trimmed.IndexOf(' ') is >= 0 and var space
        && space < scheme;

    static bool EndsTheSession(Text endpoint) => HasWord(endpoint, "logout", "signout", "endsession");

    // Unknown may be; a path that names none of these is not.
    static bool MayBeTokenEndpoint(Text endpoint) =>
        !endpoint.Pieces.Any(piece => piece is LiteralPiece { Content: var content } && content.IndexOf('/') >= 0)
        || HasWord(endpoint, "token", "auth", "access");

    static bool HasWord(Text endpoint, params string[] words) =>
        endpoint.Pieces.Any(piece =>
            (
                piece is LiteralPiece literal ? literal.Content
                : piece is HolePiece hole ? hole.Place.ToString()
                : ""
            )
                is var text
                && words.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            || piece is HolePiece { Content: Choice choice } && choice.Alternatives.OfType<Text>().Any(known => HasWord(known, words))
        );

    static readonly string[] EndpointNames = ["authorize", "authorise", "authorization", "authorisation", "auth", "oauth"];
}
