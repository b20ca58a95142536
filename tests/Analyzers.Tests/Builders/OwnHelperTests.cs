using Xunit;

namespace PkceAnalyzers.Tests.Builders;

/// <summary>Requests written with a program's own helpers. In each program <c>Bad</c> lacks the proof key, <c>Good</c> has it, and <c>Other</c> looks alike and is another thing.</summary>
public sealed class OwnHelperTests
{
    [Fact]
    public Task Helper_that_appends_to_text() => PkceTest.VerifyAsync("""
        using System;

        class Login
        {
            static string AddQueryParam(string url, string key, string value) =>
                url + (url.Contains('?') ? "&" : "?") + key + "=" + Uri.EscapeDataString(value);

            string Bad(string clientId)
            {
                var url = "https://login.example.com/authorize";
                url = AddQueryParam(url, {|PKCE1001:"response_type"|}, "code");
                url = AddQueryParam(url, "client_id", clientId);
                return url;
            }

            string Good(string clientId, string challenge)
            {
                var url = AddQueryParam("https://login.example.com/authorize", "response_type", "code");
                url = AddQueryParam(url, "client_id", clientId);
                url = AddQueryParam(url, "code_challenge", challenge);
                return AddQueryParam(url, "code_challenge_method", "S256");
            }

            string Other(string clientId) => AddQueryParam(AddQueryParam("https://login.example.com/authorize", "response_type", "id_token"), "client_id", clientId);
        }
        """);

    [Fact]
    public Task Extension_method_on_a_builder() => PkceTest.VerifyAsync("""
        using System;
        using System.Web;

        static class UriBuilderExtensions
        {
            public static UriBuilder AddQueryParam(this UriBuilder builder, string key, string value)
            {
                var query = HttpUtility.ParseQueryString(builder.Query);
                query[key] = value;
                builder.Query = query.ToString();
                return builder;
            }
        }

        class Login
        {
            Uri Good(string clientId, string challenge) => new UriBuilder("https://login.example.com/authorize")
                .AddQueryParam("response_type", "code")
                .AddQueryParam("client_id", clientId)
                .AddQueryParam("code_challenge", challenge)
                .AddQueryParam("code_challenge_method", "S256").Uri;

            Uri Other(string clientId) => new UriBuilder("https://login.example.com/authorize")
                .AddQueryParam("response_type", "id_token")
                .AddQueryParam("client_id", clientId).Uri;
        }
        """);

    [Fact]
    public Task Extension_method_on_a_dictionary() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        static class Extensions
        {
            public static IDictionary<string, string> AddIfNotEmpty(this IDictionary<string, string> parameters, string key, string value)
            {
                if (!string.IsNullOrEmpty(value))
                    parameters.Add(key, value);
                return parameters;
            }

            public static IDictionary<string, string> WithProofKey(this IDictionary<string, string> parameters, string challenge)
            {
                parameters["code_challenge"] = challenge;
                parameters["code_challenge_method"] = "S256";
                return parameters;
            }
        }

        class Login
        {
            IDictionary<string, string> Bad(string scope)
            {
                var parameters = new Dictionary<string, string>
                {
                    {|PKCE1001:["response_type"] = "code"|},
                    ["client_id"] = "app",
                };
                return parameters.AddIfNotEmpty("scope", scope);
            }

            IDictionary<string, string> Good(string scope, string challenge)
            {
                var parameters = new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = "app" };
                return parameters.AddIfNotEmpty("scope", scope).WithProofKey(challenge);
            }

            IDictionary<string, string> Other(string scope)
            {
                var parameters = new Dictionary<string, string> { ["response_type"] = "id_token", ["client_id"] = "app" };
                return parameters.AddIfNotEmpty("scope", scope);
            }
        }
        """);

    [Fact]
    public Task Fluent_builder() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Linq;

        class RequestBuilder
        {
            readonly Dictionary<string, string> parameters = new();

            public RequestBuilder With(string name, string value)
            {
                parameters[name] = value;
                return this;
            }

            public RequestBuilder WithCode(string clientId) => With("response_type", "code").With("client_id", clientId);

            public RequestBuilder WithProofKey(string challenge) => With("code_challenge", challenge).With("code_challenge_method", "S256");

            public string Build(string endpoint) => endpoint + "?" + string.Join("&", parameters.Select(pair => pair.Key + "=" + pair.Value));
        }

        class Login
        {
            string Good(string clientId, string challenge) => new RequestBuilder().WithCode(clientId).WithProofKey(challenge).Build("https://login.example.com/authorize");

            string Other(string clientId) => new RequestBuilder().With("response_type", "id_token").With("client_id", clientId).Build("https://login.example.com/authorize");
        }
        """);

    [Fact]
    public Task Helper_that_makes_pairs() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;

        class Login
        {
            static KeyValuePair<string, string> Pair(string name, string value) => new(name, value);

            HttpContent Good(string code, string verifier) => new FormUrlEncodedContent(new[]
            {
                Pair("grant_type", "authorization_code"), Pair("code", code), Pair("code_verifier", verifier),
            });

            HttpContent Bad(string code) => new FormUrlEncodedContent(new[] { {|PKCE1004:Pair("grant_type", "authorization_code")|}, Pair("code", code) });

            HttpContent Other(string token) => new FormUrlEncodedContent(new[] { Pair("grant_type", "refresh_token"), Pair("refresh_token", token) });
        }
        """);

    [Fact]
    public Task Local_function_and_lambda() => PkceTest.VerifyAsync("""
        using System;
        using System.Text;

        class Login
        {
            string Bad(string clientId)
            {
                var query = new StringBuilder("https://login.example.com/authorize?");
                Add({|PKCE1001:"response_type"|}, "code");
                Add("client_id", clientId);
                return query.ToString();

                void Add(string name, string value) => query.Append(name).Append('=').Append(Uri.EscapeDataString(value)).Append('&');
            }

            string Good(string clientId, string challenge)
            {
                var query = new StringBuilder("https://login.example.com/authorize?");
                Add("response_type", "code");
                Add("client_id", clientId);
                Add("code_challenge", challenge);
                Add("code_challenge_method", "S256");
                return query.ToString();

                void Add(string name, string value) => query.Append(name).Append('=').Append(Uri.EscapeDataString(value)).Append('&');
            }

            string GoodLambda(string clientId, string challenge)
            {
                var query = new StringBuilder("https://login.example.com/authorize?response_type=code&client_id=" + clientId);
                Action<string, string> add = (name, value) => query.Append("&" + name + "=" + value);
                add("code_challenge", challenge);
                add("code_challenge_method", "S256");
                return query.ToString();
            }
        }
        """);

    [Fact]
    public Task Separator_that_depends_on_what_is_there() => PkceTest.VerifyAsync("""
        class Login
        {
            static string Add(string url, string key, string value)
            {
                url += url.IndexOf('?') < 0 ? "?" : "&";
                return url + key + "=" + value;
            }

            string Bad(string host) => Add(Add(Add(Add("https://" + host + "/authorize", {|PKCE1001:"response_type"|}, "code"), "client_id", "app"), "scope", "openid"), "state", "s");

            string Good(string host, string challenge) => Add(Add(Add(Add("https://" + host + "/authorize", "response_type", "code"), "client_id", "app"), "code_challenge", challenge), "code_challenge_method", "S256");
        }
        """);

    [Fact]
    public Task Fold_of_pairs() => PkceTest.VerifyAsync("""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        class Login
        {
            static Uri Write(string path, Dictionary<string, string> pairs) => new(new Uri("https://login.example.com"),
                pairs.Aggregate(path, (text, pair) => text + (text.Contains('?') ? "&" : "?") + pair.Key + "=" + pair.Value));

            Uri Bad(string redirect) => Write("/authorize", new() { {|PKCE1001:{ "response_type", "code" }|}, { "client_id", "app" }, { "redirect_uri", Uri.EscapeDataString(redirect) } });

            Uri Good(string challenge) => Write("/authorize", new() { { "response_type", "code" }, { "client_id", "app" }, { "code_challenge", challenge }, { "code_challenge_method", "S256" } });

            // Whoever is asked in turn may add the challenge.
            string Other(List<Func<string, string>> steps) => steps.Aggregate("https://login.example.com/authorize?response_type=code&client_id=app", (url, step) => step(url));
        }
        """);

    [Fact]
    public Task Client_that_does_not_resolve_is_awaited() => PkceTest.VerifyBrokenAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login(MissingClient client)
        {
            async Task Bad(string code)
            {
                var form = new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code });
                await client.Perform<string>("https://login.example.com/token", form).ConfigureAwait(false);
            }

            // Whoever configures it may add the verifier.
            async Task Other(string code)
            {
                var pairs = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code };
                client.ConfigureForm(pairs, true);
                await client.Perform<string>("https://login.example.com/token", new FormUrlEncodedContent(pairs)).ConfigureAwait(false);
            }
        }
        """);

    [Fact]
    public Task Attributes_that_do_not_resolve() => PkceTest.VerifyBrokenAsync("""
        using System.Text.Json;

        class Bad
        {
            [Missing("grant_type")] public string Grant { get; set; } = "authorization_code";
            [Missing(Order = 1, PropertyName = "code")] public string Code { get; set; } = "";
        }

        class Good : Bad
        {
            [Missing(PropertyName = "code_verifier")] public string Proof { get; set; } = "";
        }

        class Other
        {
            [Missing(Description = "grant_type")] public string Grant { get; set; } = "authorization_code";
            [Missing("code")] public string Code { get; set; } = "";
        }

        class Login
        {
            string SendBad(string code) => JsonSerializer.Serialize({|PKCE1004:new Bad { Code = code }|});

            string SendGood(string code, string proof) => JsonSerializer.Serialize(new Good { Code = code, Proof = proof, Grant = "authorization_code" });

            string SendOther(string code) => JsonSerializer.Serialize(new Other { Code = code });
        }
        """);

    [Fact]
    public Task Members_written_out_by_reflection() => PkceTest.VerifyAsync("""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Reflection;
        using System.Text.Json.Serialization;

        class Authorization
        {
            [JsonPropertyName("response_type")] public string ResponseType { get; set; } = "code";
            [JsonPropertyName("client_id")] public string ClientId { get; set; } = "";
        }

        class BoundAuthorization : Authorization
        {
            [JsonPropertyName("code_challenge")] public string CodeChallenge { get; set; } = "";
            [JsonPropertyName("code_challenge_method")] public string CodeChallengeMethod => "S256";
        }

        static class Writer
        {
            public static string Query(this object model)
            {
                var pairs = new HashSet<string>();
                foreach (var property in model.GetType().GetProperties())
                {
                    if (property.GetCustomAttribute<JsonPropertyNameAttribute>() is { } name)
                        pairs.Add($"{(pairs.Count == 0 ? "?" : "&")}{name.Name}={property.GetValue(model)}");
                }
                return string.Join("", pairs);
            }
        }

        class Login(string endpoint)
        {
            string Bad() => endpoint + {|PKCE1001:new Authorization { ClientId = "app" }|}.Query();

            string Good(string challenge) => endpoint + new BoundAuthorization { ClientId = "app", CodeChallenge = challenge }.Query();
        }
        """);

    [Fact]
    public Task Hook_that_may_add_parameters() => PkceTest.VerifyAsync("""
        using System;
        using System.Collections.Generic;

        abstract class Provider
        {
            public Action<IDictionary<string, string>>? Configure { get; set; }

            Dictionary<string, string> Overridden()
            {
                var parameters = new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = "app" };
                AddMore(parameters);
                return parameters;
            }

            Dictionary<string, string> Configured()
            {
                var parameters = new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = "app" };
                Configure?.Invoke(parameters);
                return parameters;
            }

            Dictionary<string, string> Bad()
            {
                var parameters = new Dictionary<string, string> { {|PKCE1001:["response_type"] = "code"|}, ["client_id"] = "app" };
                Console.WriteLine(parameters);
                return parameters;
            }

            protected abstract void AddMore(IDictionary<string, string> parameters);
        }
        """);

    [Fact]
    public Task Hook_of_which_all_is_known() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        class Provider
        {
            public Dictionary<string, string> Bad()
            {
                var parameters = new Dictionary<string, string> { {|PKCE1001:["response_type"] = "code"|}, ["client_id"] = "app" };
                AddDisplay(parameters);
                return parameters;
            }

            public Dictionary<string, string> Sometimes()
            {
                var parameters = new Dictionary<string, string> { {|PKCE1003:["response_type"] = "code"|}, ["client_id"] = "app" };
                AddProof(parameters);
                return parameters;
            }

            public Dictionary<string, string> Good()
            {
                var parameters = new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = "app" };
                AddAlways(parameters);
                return parameters;
            }

            public Dictionary<string, string> Open()
            {
                var parameters = new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = "app" };
                AddFrom(parameters);
                return parameters;
            }

            protected virtual void AddDisplay(IDictionary<string, string> parameters) { }

            protected virtual void AddProof(IDictionary<string, string> parameters) { }

            protected virtual void AddAlways(IDictionary<string, string> parameters)
            {
                parameters["code_challenge"] = Challenge;
                parameters["code_challenge_method"] = "S256";
            }

            protected virtual void AddFrom(IDictionary<string, string> parameters) { }

            protected string Challenge => System.Console.ReadLine()!;
        }

        class Page : Provider
        {
            protected override void AddDisplay(IDictionary<string, string> parameters) => parameters["display"] = "page";

            protected override void AddProof(IDictionary<string, string> parameters)
            {
                parameters["code_challenge"] = Challenge;
                parameters["code_challenge_method"] = "S256";
            }

            protected override void AddAlways(IDictionary<string, string> parameters)
            {
                base.AddAlways(parameters);
                parameters["display"] = "page";
            }
        }

        class Settings(IDictionary<string, string> more) : Provider
        {
            protected override void AddFrom(IDictionary<string, string> parameters)
            {
                foreach (var pair in more)
                    parameters[pair.Key] = pair.Value;
            }
        }
        """);

    [Fact]
    public Task Abstract_hook_of_which_all_is_known() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        abstract class Provider
        {
            public Dictionary<string, string> Bad()
            {
                var parameters = new Dictionary<string, string> { {|PKCE1001:["response_type"] = "code"|}, ["client_id"] = "app" };
                AddMore(parameters);
                return parameters;
            }

            public Dictionary<string, string> Good()
            {
                var parameters = new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = "app" };
                AddProof(parameters);
                return parameters;
            }

            protected abstract void AddMore(IDictionary<string, string> parameters);

            protected abstract void AddProof(IDictionary<string, string> parameters);
        }

        class Page(string challenge) : Provider
        {
            protected override void AddMore(IDictionary<string, string> parameters) => parameters["display"] = "page";

            protected override void AddProof(IDictionary<string, string> parameters)
            {
                parameters["code_challenge"] = challenge;
                parameters["code_challenge_method"] = "S256";
            }
        }
        """);

    [Fact]
    public Task Helper_with_a_parameter_array() => PkceTest.VerifyAsync("""
        using System;
        using System.Linq;

        class Login
        {
            static string Build(string endpoint, params (string Name, string Value)[] parameters) =>
                endpoint + "?" + string.Join("&", parameters.Select(parameter => parameter.Name + "=" + Uri.EscapeDataString(parameter.Value)));

            string Bad(string clientId) => Build("https://login.example.com/authorize", {|PKCE1001:("response_type", "code")|}, ("client_id", clientId));

            string Good(string clientId, string challenge) => Build("https://login.example.com/authorize", ("response_type", "code"), ("client_id", clientId), ("code_challenge", challenge), ("code_challenge_method", "S256"));

            string Other(string clientId) => Build("https://login.example.com/authorize", ("response_type", "id_token"), ("client_id", clientId));
        }
        """);

    [Fact]
    public Task Names_and_encoders_of_packages_that_are_not_restored() => PkceTest.VerifyBrokenAsync("""
        using System.Collections.Generic;
        using Missing.Package;

        class Login
        {
            static void Add(IDictionary<string, string> query, string name, string value) => query[name] = value;

            IDictionary<string, string> Bad(string client, string prompt)
            {
                var query = new Dictionary<string, string> { {|PKCE1001:["response_type"] = "code"|}, ["client_id"] = client };
                Add(query, ChallengeKeys.PromptParameterKey, prompt);
                Add(query, ChallengeKeys.ScopeKey, "openid");
                return query;
            }

            IDictionary<string, string> Unknown(string client, string other)
            {
                var query = new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = client };
                Add(query, ChallengeKeys.Second, other);
                return query;
            }

            IDictionary<string, string> Good(string client, string challenge)
            {
                var query = new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = client, ["code_challenge_method"] = "S256" };
                Add(query, ChallengeKeys.CodeChallengeKey, challenge);
                return query;
            }

            string Encoded(string app, string type = "code") => $"https://login.example.com/authorize?client_id={app.ToUrlData()}{|PKCE1001:&redirect_uri=x&response_type=|}{type.ToUrlData()}&state=1";

            string Other(string app, string type = "id_token") => $"https://login.example.com/authorize?client_id={app.ToUrlData()}&redirect_uri=x&response_type={type.ToUrlData()}&state=1";
        }
        """);

    [Fact]
    public Task Builder_that_asks_whether_it_is_empty() => PkceTest.VerifyAsync("""
        using System;
        using System.Text;

        sealed class Query
        {
            readonly StringBuilder _text = new();

            public Query With(string name, string value)
            {
                if (_text.Length > 0)
                    _text.Append('&');
                _text.Append(name).Append('=').Append(Uri.EscapeDataString(value));
                return this;
            }

            public Query WithUnless(string name, string value)
            {
                if (!(_text.Length == 0))
                    _text.Append('&');
                _text.Append(name).Append('=').Append(Uri.EscapeDataString(value));
                return this;
            }

            public override string ToString() => _text.ToString();
        }

        class Login
        {
            string Bad(string client, string state) => "https://login.example.com/authorize?" + new Query().With({|PKCE1001:"response_type"|}, "code").With("client_id", client).With("state", state);

            string Good(string client, string state, string challenge) => "https://login.example.com/authorize?" + new Query()
                .With("response_type", "code").With("client_id", client).With("state", state).With("code_challenge", challenge).With("code_challenge_method", "S256");

            string GoodUnless(string client, string state, string challenge) => "https://login.example.com/authorize?" + new Query()
                .WithUnless("response_type", "code").WithUnless("client_id", client).WithUnless("state", state).WithUnless("code_challenge", challenge).WithUnless("code_challenge_method", "S256");

            string Other(string client, string state) => "https://login.example.com/authorize?" + new Query().With("response_type", "id_token").With("client_id", client).With("state", state);
        }
        """);
}
