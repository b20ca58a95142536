using Xunit;

namespace PkceAnalyzers.Tests.Builders;

/// <summary>Requests sent with the framework's HTTP clients. In each program <c>Bad</c> lacks the proof key, <c>Good</c> has it, and <c>Other</c> looks alike and is another thing.</summary>
public sealed class HttpClientTests
{
    [Fact]
    public Task MultipartFormDataContent() => PkceTest.VerifyAsync("""
        using System.Net.Http;

        class Login
        {
            HttpContent Bad(string code)
            {
                var form = new MultipartFormDataContent();
                {|PKCE1004:form.Add(new StringContent("authorization_code"), "grant_type")|};
                form.Add(new StringContent(code), "code");
                return form;
            }

            HttpContent BadInitializer(string code) => new MultipartFormDataContent
            {
                {|PKCE1004:{ new StringContent("authorization_code"), "grant_type" }|},
                { new StringContent(code), "code" },
            };

            HttpContent Good(string code, string verifier)
            {
                var form = new MultipartFormDataContent();
                form.Add(new StringContent("authorization_code"), "grant_type");
                form.Add(new StringContent(code), "code");
                form.Add(new StringContent(verifier), "code_verifier");
                return form;
            }

            HttpContent Other(string token) => new MultipartFormDataContent
            {
                { new StringContent("refresh_token"), "grant_type" },
                { new StringContent(token), "refresh_token" },
            };
        }
        """);

    [Fact]
    public Task FormUrlEncodedContent() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;

        class Login
        {
            HttpContent Bad(string code) => new FormUrlEncodedContent(new Dictionary<string, string>
            {
                {|PKCE1004:{ "grant_type", "authorization_code" }|},
                { "code", code },
                { "client_id", "app" },
            });

            HttpContent BadPairs(string code) => new FormUrlEncodedContent(new[]
            {
                {|PKCE1004:new KeyValuePair<string, string>("grant_type", "authorization_code")|},
                new KeyValuePair<string, string>("code", code),
            });

            HttpContent BadCollection(string code) => new FormUrlEncodedContent([{|PKCE1004:new("grant_type", "authorization_code")|}, new("code", code)]);

            HttpContent Good(string code, string verifier) => new FormUrlEncodedContent(new Dictionary<string, string>
            {
                { "grant_type", "authorization_code" },
                { "code", code },
                { "client_id", "app" },
                { "code_verifier", verifier },
            });

            HttpContent Other(string token) => new FormUrlEncodedContent(new Dictionary<string, string>
            {
                { "grant_type", "refresh_token" },
                { "refresh_token", token },
                { "client_id", "app" },
            });
        }
        """);

    [Fact]
    public Task StringContent() => PkceTest.VerifyAsync("""
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Text;

        class Login
        {
            HttpContent Bad(string code) => new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}&client_id=app", Encoding.UTF8, "application/x-www-form-urlencoded");

            HttpContent BadLocal(string code)
            {
                var body = {|PKCE1004:"grant_type=authorization_code&client_id=app&code="|} + code;
                return new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
            }

            HttpContent BadOctets(string code) => new ByteArrayContent(Encoding.UTF8.GetBytes({|PKCE1004:"grant_type=authorization_code&client_id=app&code="|} + code));

            HttpContent Good(string code, string verifier) => new StringContent($"grant_type=authorization_code&code={code}&client_id=app&code_verifier={verifier}", Encoding.UTF8, "application/x-www-form-urlencoded");

            HttpContent GoodOctets(string code, string verifier) => new ByteArrayContent(Encoding.UTF8.GetBytes("grant_type=authorization_code&client_id=app&code=" + code + "&code_verifier=" + verifier));

            HttpContent Other(string token) => new StringContent($"grant_type=refresh_token&refresh_token={token}&client_id=app", Encoding.UTF8, "application/x-www-form-urlencoded");
        }
        """);

    [Fact]
    public Task HttpRequestMessage() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Net.Http.Headers;

        class Login
        {
            HttpRequestMessage Bad(string code)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "https://login.example.com/token");
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "YXBwOnNlY3JldA==");
                request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code });
                return request;
            }

            HttpRequestMessage BadInitializer(string code) => new(HttpMethod.Post, "https://login.example.com/token")
            {
                Content = new StringContent({|PKCE1004:"grant_type=authorization_code&client_id=app&code="|} + code),
            };

            HttpRequestMessage BadQuery(string code) => new(HttpMethod.Get, {|PKCE1004:"https://login.example.com/token?grant_type=authorization_code&client_id=app&client_secret=s&code="|} + code);

            HttpRequestMessage Good(string code, string verifier)
            {
                var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = verifier };
                return new HttpRequestMessage(HttpMethod.Post, "https://login.example.com/token") { Content = new FormUrlEncodedContent(form) };
            }

            HttpRequestMessage Other(string token) => new(HttpMethod.Post, "https://login.example.com/token")
            {
                Content = new StringContent("grant_type=refresh_token&client_id=app&refresh_token=" + token),
            };
        }
        """);

    [Fact]
    public Task Form_that_is_filled_after_it_is_made() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            async Task<string> Bad(HttpClient client, string code, string secret)
            {
                var form = new List<KeyValuePair<string, string>>();
                form.Add(new("client_id", "app"));
                form.Add({|PKCE1004:new("grant_type", "authorization_code")|});
                form.Add(new("code", code));
                if (secret != null)
                    form.Add(new("client_secret", secret));
                using var response = await client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(form));
                return await response.Content.ReadAsStringAsync();
            }

            async Task<string> Good(HttpClient client, string code, string verifier, string secret)
            {
                var form = new List<KeyValuePair<string, string>>();
                form.Add(new("client_id", "app"));
                form.Add(new("grant_type", "authorization_code"));
                form.Add(new("code", code));
                if (secret != null)
                    form.Add(new("client_secret", secret));
                form.Add(new("code_verifier", verifier));
                using var response = await client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(form));
                return await response.Content.ReadAsStringAsync();
            }
        }
        """);

    [Fact]
    public Task WebClient() => PkceTest.VerifyAsync("""
        using System.Collections.Specialized;
        using System.Net;

        class Login
        {
            byte[] BadValues(WebClient client, string code)
            {
                var values = new NameValueCollection();
                values["code"] = code;
                {|PKCE1004:values["grant_type"] = "authorization_code"|};
                return client.UploadValues("https://login.example.com/token", "POST", values);
            }

            string BadString(WebClient client, string code) => client.UploadString("https://login.example.com/token", {|PKCE1004:"grant_type=authorization_code&client_id=app&code="|} + code);

            byte[] GoodValues(WebClient client, string code, string verifier)
            {
                var values = new NameValueCollection { { "code", code }, { "grant_type", "authorization_code" }, { "code_verifier", verifier } };
                return client.UploadValues("https://login.example.com/token", values);
            }

            string GoodString(WebClient client, string code, string verifier) =>
                client.UploadString("https://login.example.com/token", $"grant_type=authorization_code&client_id=app&code={code}&code_verifier={verifier}");

            string Other(WebClient client, string token) => client.UploadString("https://login.example.com/token", "grant_type=refresh_token&client_id=app&refresh_token=" + token);
        }
        """);

    [Fact]
    public Task WebRequest() => PkceTest.VerifyAsync("""
        using System.IO;
        using System.Net;
        using System.Text;

        class Login
        {
            void Bad(string code)
            {
                var request = WebRequest.Create("https://login.example.com/token");
                request.Method = "POST";
                var octets = Encoding.ASCII.GetBytes({|PKCE1004:"grant_type=authorization_code&client_id=app&code="|} + code);
                using var body = request.GetRequestStream();
                body.Write(octets, 0, octets.Length);
            }

            void BadWriter(string code)
            {
                var request = WebRequest.Create("https://login.example.com/token");
                using var writer = new StreamWriter(request.GetRequestStream());
                writer.Write({|PKCE1004:"grant_type=authorization_code&client_id=app&code="|} + code);
            }

            void Good(string code, string verifier)
            {
                var request = WebRequest.Create("https://login.example.com/token");
                using var writer = new StreamWriter(request.GetRequestStream());
                writer.Write("grant_type=authorization_code&client_id=app&code=" + code + "&code_verifier=" + verifier);
            }

            void Other(string token)
            {
                var request = WebRequest.Create("https://login.example.com/token");
                using var writer = new StreamWriter(request.GetRequestStream());
                writer.Write("grant_type=refresh_token&client_id=app&refresh_token=" + token);
            }
        }
        """);

    [Fact]
    public Task Pushed_authorization_request() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            Task<HttpResponseMessage> Bad(HttpClient client) => client.PostAsync("https://login.example.com/par", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                {|PKCE1001:["response_type"] = "code"|},
                ["client_id"] = "app",
                ["redirect_uri"] = "https://app.example.com",
            }));

            Task<HttpResponseMessage> Good(HttpClient client, string challenge) => client.PostAsync("https://login.example.com/par", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["response_type"] = "code",
                ["client_id"] = "app",
                ["redirect_uri"] = "https://app.example.com",
                ["code_challenge"] = challenge,
                ["code_challenge_method"] = "S256",
            }));

            string Other(string requestUri) => $"https://login.example.com/authorize?client_id=app&request_uri={requestUri}";
        }
        """);

    [Fact]
    public Task Stream_written_bit_by_bit() => PkceTest.VerifyAsync("""
        using System.IO;
        using System.Net;
        using System.Text;

        class Login
        {
            void Bad(WebRequest request, string code)
            {
                using var writer = new StreamWriter(request.GetRequestStream());
                writer.Write({|PKCE1004:"grant_type=authorization_code"|});
                writer.Write("&code={0}", code);
                writer.Write("&client_id=app");
            }

            string BadText(string code)
            {
                var text = new StringBuilder();
                var writer = new StringWriter(text);
                writer.Write({|PKCE1004:"grant_type=authorization_code&client_id=app&code="|});
                writer.Write(code);
                return text.ToString();
            }

            void Good(WebRequest request, string code, string verifier)
            {
                using var writer = new StreamWriter(request.GetRequestStream());
                writer.Write("grant_type=authorization_code");
                writer.Write("&code={0}&code_verifier={1}", code, verifier);
                writer.Write("&client_id=app");
            }

            string GoodText(string code, string verifier)
            {
                var text = new StringBuilder();
                var writer = new StringWriter(text);
                writer.Write("grant_type=authorization_code&client_id=app&code=");
                writer.Write(code);
                writer.Write("&code_verifier=" + verifier);
                return text.ToString();
            }

            void Other(WebRequest request, string token)
            {
                using var writer = new StreamWriter(request.GetRequestStream());
                writer.Write("grant_type=refresh_token");
                writer.Write("&refresh_token={0}", token);
            }
        }
        """);
}
