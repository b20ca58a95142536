using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>The part of IdentityModel that the tests use.</summary>
static class IdentityModel
{
    public static readonly MetadataReference Reference = Library.Compile("IdentityModel", """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        namespace IdentityModel.Client
        {
            public class Parameters : List<KeyValuePair<string, string>>
            {
                public Parameters() { }
                public Parameters(IEnumerable<KeyValuePair<string, string>> values) { }
                public void Add(string key, string value) { }
                public void AddRequired(string key, string value, bool allowDuplicates = false) { }
                public void AddOptional(string key, string value, bool allowDuplicates = false) { }
            }

            public class RequestUrl
            {
                public RequestUrl(string baseUrl) { }
                public string Create(Parameters parameters) => null;
            }

            public class TokenRequest : HttpRequestMessage
            {
                public string Address { get; set; }
                public string ClientId { get; set; }
                public string GrantType { get; set; }
                public Parameters Parameters { get; set; } = new Parameters();
            }

            public static class RequestUrlExtensions
            {
                public static string CreateAuthorizeUrl(this RequestUrl request, string clientId, string responseType, string scope = null, string redirectUri = null, string state = null, string nonce = null,
                    string loginHint = null, string acrValues = null, string prompt = null, string responseMode = null, string codeChallenge = null, string codeChallengeMethod = null) => null;
            }

            public class AuthorizationCodeTokenRequest : TokenRequest
            {
                public string Code { get; set; }
                public string RedirectUri { get; set; }
                public string CodeVerifier { get; set; }
            }

            public static class HttpClientTokenRequestExtensions
            {
                public static Task<object> RequestAuthorizationCodeTokenAsync(this HttpClient client, AuthorizationCodeTokenRequest request) => null;
                public static Task<object> RequestTokenAsync(this HttpClient client, TokenRequest request) => null;
            }
        }
        """);
}
