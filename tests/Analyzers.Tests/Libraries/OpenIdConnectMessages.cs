using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>The part of Microsoft.IdentityModel.Protocols.OpenIdConnect that the tests use.</summary>
static class OpenIdConnectMessages
{
    public static readonly MetadataReference Reference = Library.Compile("Microsoft.IdentityModel.Protocols.OpenIdConnect", """
        using System.Collections.Generic;

        namespace Microsoft.IdentityModel.Protocols
        {
            public abstract class AuthenticationProtocolMessage
            {
                public IDictionary<string, string> Parameters { get; } = new Dictionary<string, string>();
                public string IssuerAddress { get; set; }
                public void SetParameter(string parameter, string value) { }
                public string GetParameter(string parameter) => null;
                public string BuildFormPost() => null;
                public string BuildRedirectUrl() => null;
            }
        }

        namespace Microsoft.IdentityModel.Protocols.OpenIdConnect
        {
            public class OpenIdConnectMessage : AuthenticationProtocolMessage
            {
                public string ClientId { get; set; }
                public string ClientSecret { get; set; }
                public string Code { get; set; }
                public string GrantType { get; set; }
                public string Nonce { get; set; }
                public string RedirectUri { get; set; }
                public string RefreshToken { get; set; }
                public string ResponseType { get; set; }
                public string Scope { get; set; }
                public string State { get; set; }
                public string CreateAuthenticationRequestUrl() => null;
            }

            public static class OpenIdConnectGrantTypes
            {
                public const string AuthorizationCode = "authorization_code";
                public const string RefreshToken = "refresh_token";
            }

            public static class OpenIdConnectResponseType
            {
                public const string Code = "code";
                public const string IdToken = "id_token";
            }

            public static class OpenIdConnectParameterNames
            {
                public const string ClientId = "client_id";
                public const string ResponseType = "response_type";
            }
        }
        """);
}
