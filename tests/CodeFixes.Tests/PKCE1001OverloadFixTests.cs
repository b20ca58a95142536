using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Tests.Programs;
using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Requests whose proof key only callers can carry.</summary>
public sealed class PKCE1001OverloadFixTests
{
    [Fact]
    public Task Library_keeps_its_methods_for_those_who_call_them() => Verify.VerifyPartAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        namespace App;

        /// <summary>Logs in.</summary>
        public static class OAuth
        {
            /// <summary>Where to send the user.</summary>
            /// <param name="state">Comes back.</param>
            /// <returns>A URL.</returns>
            public static string AuthorizationUrl(string state)
            {
                // All in one.
                return {|PKCE1001:"https://server/authorize?response_type=code&client_id=app&state="|} + Uri.EscapeDataString(state);
            }

            public static Task<HttpResponseMessage> RedeemAsync(HttpClient http, string code, CancellationToken cancellation = default) =>
                http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    {|PKCE1004:["grant_type"] = "authorization_code"|},
                    ["code"] = code,
                }), cancellation);

            public static void Other() { }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        namespace App;

        /// <summary>Logs in.</summary>
        public static class OAuth
        {
            /// <summary>Where to send the user.</summary>
            /// <param name="state">Comes back.</param>
            /// <param name="codeChallenge">The S256 code challenge of a code verifier that goes with the token request (RFC 7636, section 4.3).</param>
            /// <returns>A URL.</returns>
            public static string AuthorizationUrl(string state, string codeChallenge)
            {
                // All in one.
                return "https://server/authorize?response_type=code&client_id=app&state=" + Uri.EscapeDataString(state) + $"&code_challenge={codeChallenge}&code_challenge_method=S256";
            }

            /// <summary>Where to send the user.</summary>
            /// <param name="state">Comes back.</param>
            /// <returns>A URL.</returns>
            [Obsolete("Sends no code_challenge: call the overload that takes one, and send its code_verifier with the token request.")]
            public static string AuthorizationUrl(string state)
            {
                // All in one.
                return "https://server/authorize?response_type=code&client_id=app&state=" + Uri.EscapeDataString(state);
            }

            public static Task<HttpResponseMessage> RedeemAsync(HttpClient http, string code, string codeVerifier, CancellationToken cancellation = default) =>
                http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["code"] = code,
                    ["code_verifier"] = codeVerifier,
                }), cancellation);

            [Obsolete("Sends no code_verifier: call the overload that takes the one whose code_challenge went with the authorization request.")]
            public static Task<HttpResponseMessage> RedeemAsync(HttpClient http, string code, CancellationToken cancellation = default) =>
                http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["code"] = code,
                }), cancellation);

            public static void Other() { }
        }
        """);

    [Fact]
    public Task No_call_takes_the_new_parameter_for_a_text_that_may_be_left_out() => Verify.VerifyPartAsync(
        """
        using System;

        public static class OAuth
        {
            public static string AuthorizationUrl(string? redirectUri = null, bool prompt = false) =>
                {|PKCE1001:"https://server/authorize?response_type=code&client_id=app" +
                "&redirect_uri="|} + (redirectUri ?? "urn:app") +
                "&prompt=" + prompt;
        }
        """,
        """
        using System;

        public static class OAuth
        {
            public static string AuthorizationUrl(string? redirectUri, string codeChallenge, bool prompt = false) =>
                "https://server/authorize?response_type=code&client_id=app" +
                "&redirect_uri=" + (redirectUri ?? "urn:app") +
                "&prompt=" + prompt +
                $"&code_challenge={codeChallenge}&code_challenge_method=S256";

            [Obsolete("Sends no code_challenge: call the overload that takes one, and send its code_verifier with the token request.")]
            public static string AuthorizationUrl(string? redirectUri = null, bool prompt = false) =>
                "https://server/authorize?response_type=code&client_id=app" +
                "&redirect_uri=" + (redirectUri ?? "urn:app") +
                "&prompt=" + prompt;
        }
        """);

    [Fact]
    public Task Cancellation_token_stays_last_and_parameters_on_lines_of_their_own() => Verify.VerifyPartAsync(
        """
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        public static class OAuth
        {
            public static Task<HttpResponseMessage> RedeemAsync(
                HttpClient http,
                string code,
                CancellationToken cancellation) =>
                http.PostAsync("https://server/token", new StringContent({|PKCE1004:"grant_type=authorization_code&code="|} + code), cancellation);
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        public static class OAuth
        {
            public static Task<HttpResponseMessage> RedeemAsync(
                HttpClient http,
                string code,
                string codeVerifier,
                CancellationToken cancellation) =>
                http.PostAsync("https://server/token", new StringContent("grant_type=authorization_code&code=" + code + $"&code_verifier={codeVerifier}"), cancellation);

            [Obsolete("Sends no code_verifier: call the overload that takes the one whose code_challenge went with the authorization request.")]
            public static Task<HttpResponseMessage> RedeemAsync(
                HttpClient http,
                string code,
                CancellationToken cancellation) =>
                http.PostAsync("https://server/token", new StringContent("grant_type=authorization_code&code=" + code), cancellation);
        }
        """);

    [Theory]
    [InlineData("events.Received = async code =>", ";")]
    [InlineData("events.Received += async code =>", ";")]
    [InlineData("events.Add(async code =>", ");")]
    [InlineData("events.Received = ReceiveAsync; async Task ReceiveAsync(string code) =>", ";")]
    public Task Method_that_only_hands_on_what_redeems_each_code(string begin, string end) => Verify.VerifyNoneCarriedAsync($$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public sealed class Events
        {
            public Func<string, Task>? Received { get; set; }

            public void Add(Func<string, Task> received) => Received += received;
        }

        public static class OAuth
        {
            public static void Configure(Events events, HttpClient http)
            {
                {{begin}} await http.PostAsync("https://server/token", new StringContent({|PKCE1004:"grant_type=authorization_code&code="|} + code)){{end}}
            }
        }
        """);

    [Theory]
    [InlineData("PKCE1001", TwoTypes)]
    [InlineData("PKCE1004", TwoTypes)]
    [InlineData("PKCE1001", TwoServers)]
    [InlineData("PKCE1004", TwoServers)]
    public async Task Either_finding_changes_both_methods(string id, string source)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var analyzed = await AnalyzedAsync(source);
        var actions = new List<CodeAction>();
        var finding = analyzed.Findings.First(finding => finding.Id == id);
        await new PKCE1001ProofKeyFix().RegisterCodeFixesAsync(new CodeFixContext(analyzed.Solution.GetDocument(finding.Location.SourceTree)!, finding, (action, _) => actions.Add(action), cancellation));
        var operations = await Assert.Single(actions).GetOperationsAsync(cancellation);
        var changed = await AnalyzedProgram.OfAsync(Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution, cancellation);
        Assert.Empty(changed.Findings);
        Assert.Empty(changed.Faults.Keys);
    }

    const string TwoTypes = """
        using System.Collections.Generic;

        public static class Urls
        {
            public static string Url() => "https://server/authorize?response_type=code&client_id=app";
        }

        public static class Forms
        {
            public static Dictionary<string, string> Form(string code) => new() { ["grant_type"] = "authorization_code", ["code"] = code };
        }
        """;

    // Callers say which server it is.
    const string TwoServers = """
        using System.Collections.Generic;

        public static class OAuth
        {
            public static string Url(string client) => "https://server/authorize?response_type=code&client_id=" + client;

            public static Dictionary<string, string> Form(string code, string client, bool again) => again
                ? new() { ["grant_type"] = "authorization_code", ["code"] = code, ["client_id"] = client, ["again"] = "1" }
                : new() { ["grant_type"] = "authorization_code", ["code"] = code, ["client_id"] = client };
        }
        """;

    [Fact]
    public Task Method_that_nobody_calls_changes_its_shape() => Verify.VerifyPartAsync(
        """
        class OAuth
        {
            internal string Url() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};
        }
        """,
        """
        class OAuth
        {
            internal string Url(string codeChallenge) => $"https://server/authorize?response_type=code&client_id=app&code_challenge={codeChallenge}&code_challenge_method=S256";
        }
        """);

    [Fact]
    public Task Implementation_of_an_interface_stays() => Verify.VerifyPartAsync(
        """
        interface IProvider
        {
            string Url();
        }

        class Provider : IProvider
        {
            public string Url() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};
        }
        """,
        """
        interface IProvider
        {
            string Url();
        }

        class Provider : IProvider
        {
            public string Url(string codeChallenge) => $"https://server/authorize?response_type=code&client_id=app&code_challenge={codeChallenge}&code_challenge_method=S256";

            [System.Obsolete("Sends no code_challenge: call the overload that takes one, and send its code_verifier with the token request.")]
            public string Url() => "https://server/authorize?response_type=code&client_id=app";
        }
        """);

    [Fact]
    public Task Callers_may_keep_what_the_object_could() => Verify.VerifyPartAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;

        class OAuth
        {
            internal string Url() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            internal HttpContent Form(string code) =>
                new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code });
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;

        class OAuth
        {
            internal string Url(string codeChallenge) => $"https://server/authorize?response_type=code&client_id=app&code_challenge={codeChallenge}&code_challenge_method=S256";

            internal HttpContent Form(string code, string codeVerifier) =>
                new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = codeVerifier });
        }
        """, Key);

    [Fact]
    public async Task One_member_that_makes_both_requests_takes_nothing_from_its_caller()
    {
        var analyzed = await AnalyzedAsync("""
            using System.Collections.Generic;
            using System.Net.Http;
            using System.Threading.Tasks;

            public class OAuth
            {
                public async Task LogInAsync(HttpClient http, System.Func<string, Task<string>> browser)
                {
                    var code = await browser("https://server/authorize?response_type=code&client_id=app");
                    await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code }));
                }
            }
            """);
        Assert.NotNull(await FixAllAsync(analyzed, "PKCE1001ProofKeyFix", isUnread: false));
        Assert.Null(await FixAllAsync(analyzed, Key, isUnread: false));
    }

    [Fact]
    public async Task Fix_all_of_a_solution_leaves_it()
    {
        var analyzed = await AnalyzedAsync("""
            class OAuth
            {
                internal string Url() => "https://server/authorize?response_type=code&client_id=app";
            }
            """);
        Assert.NotNull(await FixAllAsync(analyzed, Key, isUnread: false));
        var action = await FixAllAsync(analyzed, Key, isUnread: true);
        var operations = await action!.GetOperationsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution.GetChanges(analyzed.Solution).GetProjectChanges());
    }

    const string Key = "PKCE1001ProofKeyFix.Overload";

    static async Task<AnalyzedProgram> AnalyzedAsync(string source)
    {
        var program = await TestProgram.OfAsync("one", OutputKind.DynamicallyLinkedLibrary, ("/File.cs", source));
        return await AnalyzedProgram.OfAsync(program.WithRuntime().Solution, TestContext.Current.CancellationToken);
    }

    static Task<CodeAction?> FixAllAsync(AnalyzedProgram program, string key, bool isUnread)
    {
        Assert.NotEmpty(program.Findings);
        return new PKCE1001ProofKeyFix().FixAllAsync(program.Solution, program.Findings, key, isUnread, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("public class LoginController : Microsoft.AspNetCore.Mvc.ControllerBase", "public string Login()")]
    [InlineData("class Base { public virtual string Url() => \"\"; } class Provider : Base", "public override string Url()")]
    [InlineData("class Provider", "private string Url()")]
    [InlineData("class FactAttribute : System.Attribute; class Tests", "[Fact] public string Url()")]
    [InlineData("class FunctionAttribute : System.Attribute; class Functions", "[Function, System.Obsolete] public string Url()")]
    [InlineData("class Window", "public string Login_Click(object sender, System.EventArgs e)")]
    [InlineData("partial class Provider { public partial string Url(); } partial class Provider", "public partial string Url()")]
    public Task Methods_that_no_caller_can_hand_anything_to_are_left_alone(string type, string method) => Verify.VerifyNoneCarriedAsync(
        $$"""
        {{type}}
        {
            {{method}} => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};
        }
        """);

    [Fact]
    public Task Private_methods_of_several_providers_share_one_parameter() => Verify.VerifyPartAsync(
        """
        using System;

        public class Providers
        {
            #region Requests

            public string Url(string provider, string state) => provider switch
            {
                "one" => One(state),
                "two" => Two(state),
                _ => throw new ArgumentException(provider),
            };

            #endregion

            private string One(string state) => $"{|PKCE1001:https://one/authorize?response_type=code&client_id=app&state=|}{state}";

            // The other.
            private static string Two(string state)
            {
                return $"{|PKCE1001:https://two/authorize?response_type=code&client_id=app&state=|}{state}";
            }
        }
        """,
        """
        using System;

        public class Providers
        {
            #region Requests

            public string Url(string provider, string state, string codeChallenge) => provider switch
            {
                "one" => One(state, codeChallenge),
                "two" => Two(state, codeChallenge),
                _ => throw new ArgumentException(provider),
            };

            [Obsolete("Sends no code_challenge: call the overload that takes one, and send its code_verifier with the token request.")]
            public string Url(string provider, string state) => provider switch
            {
                "one" => One(state),
                "two" => Two(state),
                _ => throw new ArgumentException(provider),
            };

            #endregion

            private string One(string state, string codeChallenge) => $"https://one/authorize?response_type=code&client_id=app&state={state}&code_challenge={codeChallenge}&code_challenge_method=S256";

            [Obsolete("Sends no code_challenge: call the overload that takes one, and send its code_verifier with the token request.")]
            private string One(string state) => $"https://one/authorize?response_type=code&client_id=app&state={state}";

            // The other.
            private static string Two(string state, string codeChallenge)
            {
                return $"https://two/authorize?response_type=code&client_id=app&state={state}&code_challenge={codeChallenge}&code_challenge_method=S256";
            }

            [Obsolete("Sends no code_challenge: call the overload that takes one, and send its code_verifier with the token request.")]
            private static string Two(string state)
            {
                return $"https://two/authorize?response_type=code&client_id=app&state={state}";
            }
        }
        """);

    [Fact]
    public Task Parameter_that_some_providers_get_already_goes_to_all() => Verify.VerifyPartAsync(
        """
        #nullable enable
        using System.Collections.Generic;
        using System.Net.Http;

        public interface IProviders
        {
            string Url(string provider, string state, string? codeChallenge = null);
            HttpContent Form(string provider, string code, string? codeVerifier = null);
        }

        public class Providers : IProviders
        {
            public string Url(string provider, string state, string? codeChallenge = null) => provider == "one" ? One(state) : Two(state, codeChallenge);

            public HttpContent Form(string provider, string code, string? codeVerifier = null)
            {
                if (provider == "one")
                    return new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code });
                return new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = codeVerifier ?? throw new System.ArgumentException(provider) });
            }

            string One(string state) => $"{|PKCE1001:https://one/authorize?response_type=code&client_id=app&state=|}{state}";

            string Two(string state, string? challenge) => $"https://two/authorize?response_type=code&client_id=app&state={state}&code_challenge_method=S256&code_challenge={challenge}";
        }
        """,
        """
        #nullable enable
        using System.Collections.Generic;
        using System.Net.Http;

        public interface IProviders
        {
            string Url(string provider, string state, string? codeChallenge = null);
            HttpContent Form(string provider, string code, string? codeVerifier = null);
        }

        public class Providers : IProviders
        {
            public string Url(string provider, string state, string? codeChallenge = null) => provider == "one" ? One(state, codeChallenge ?? throw new System.ArgumentNullException(nameof(codeChallenge))) : Two(state, codeChallenge);

            public HttpContent Form(string provider, string code, string? codeVerifier = null)
            {
                if (provider == "one")
                    return new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = codeVerifier ?? throw new System.ArgumentNullException(nameof(codeVerifier)) });
                return new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = codeVerifier ?? throw new System.ArgumentException(provider) });
            }

            string One(string state, string codeChallenge) => $"https://one/authorize?response_type=code&client_id=app&state={state}&code_challenge={codeChallenge}&code_challenge_method=S256";

            string Two(string state, string? challenge) => $"https://two/authorize?response_type=code&client_id=app&state={state}&code_challenge_method=S256&code_challenge={challenge}";
        }
        """);

    [Theory]
    [InlineData("string codeChallenge", "codeChallenge")]
    [InlineData("string? pkceChallenge", "pkceChallenge ?? throw new System.ArgumentNullException(nameof(pkceChallenge))")]
    public Task Parameter_that_is_forgotten_is_sent(string parameter, string value) => Verify.VerifyPartAsync(
        $$"""
        abstract class Provider
        {
            public abstract string Url(string state, {{parameter}});
        }

        class One : Provider
        {
            public override string Url(string state, {{parameter}}) => $"{|PKCE1001:https://one/authorize?response_type=code&client_id=app&state=|}{state}";
        }
        """,
        $$"""
        abstract class Provider
        {
            public abstract string Url(string state, {{parameter}});
        }

        class One : Provider
        {
            public override string Url(string state, {{parameter}}) => $"https://one/authorize?response_type=code&client_id=app&state={state}&code_challenge={{{value}}}&code_challenge_method=S256";
        }
        """);

    [Fact]
    public Task Challenge_of_a_method_that_callers_choose_is_not_called_S256() => Verify.VerifyNoneCarriedAsync(
        """
        public class Provider
        {
            public string Url(string codeChallenge, string codeChallengeMethod) => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};
        }
        """);

    [Fact]
    public Task Constant_format() => Verify.VerifyPartAsync(
        """
        public static class Provider
        {
            private const string Format = "https://server/authorize?response_type=code&client_id={0}&state={1}";

            public static string Url(string client, string state) => string.Format({|PKCE1001:Format|}, client, state);
        }
        """,
        """
        public static class Provider
        {
            private const string Format = "https://server/authorize?response_type=code&client_id={0}&state={1}";

            public static string Url(string client, string state, string codeChallenge) => string.Format(Format + "&code_challenge={2}&code_challenge_method=S256", client, state, codeChallenge);

            [System.Obsolete("Sends no code_challenge: call the overload that takes one, and send its code_verifier with the token request.")]
            public static string Url(string client, string state) => string.Format(Format, client, state);
        }
        """);

    [Fact]
    public Task Overload_that_is_there_already_is_not_written_twice() => Verify.VerifyNoneAsync(
        """
        public class Provider
        {
            public string Url() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            public string Url(string challenge) => "https://server/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + challenge;
        }
        """);

    [Fact]
    public Task Response_type_in_a_hole_before_a_fragment() => Verify.VerifyPartAsync(
        """
        public static class Provider
        {
            public static string Url(string client, string state, string responseType = "code", bool again = true)
            {
                var more = again ? "&again=1" : "";
                return $"https://server/authorize?client_id={client}{|PKCE1001:&response_type=|}{responseType}&scope=login&state={state}{more}#redirect";
            }
        }
        """,
        """
        public static class Provider
        {
            public static string Url(string client, string state, string responseType, string codeChallenge, bool again = true)
            {
                var more = again ? "&again=1" : "";
                return $"https://server/authorize?client_id={client}&response_type={responseType}&code_challenge={codeChallenge}&code_challenge_method=S256&scope=login&state={state}{more}#redirect";
            }

            [System.Obsolete("Sends no code_challenge: call the overload that takes one, and send its code_verifier with the token request.")]
            public static string Url(string client, string state, string responseType = "code", bool again = true)
            {
                var more = again ? "&again=1" : "";
                return $"https://server/authorize?client_id={client}&response_type={responseType}&scope=login&state={state}{more}#redirect";
            }
        }
        """);

    [Fact]
    public Task Object_whose_constructor_makes_it_a_request() => Verify.VerifyPartAsync(
        """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;

        public class CodeModel
        {
            public CodeModel()
            {
                {|PKCE1004:GrantType = "authorization_code"|};
            }

            [JsonPropertyName("grant_type")]
            public string GrantType { get; set; }

            [JsonPropertyName("code")]
            public string? Code { get; set; }
        }

        public class Api(HttpClient http)
        {
            public Task RedeemAsync(string code) => SendAsync(new CodeModel { Code = code });

            private Task SendAsync<T>(T model) => http.PostAsJsonAsync("https://server/token", model);
        }
        """,
        """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;

        public class CodeModel
        {
            public CodeModel()
            {
                GrantType = "authorization_code";
            }

            [JsonPropertyName("grant_type")]
            public string GrantType { get; set; }

            [JsonPropertyName("code")]
            public string? Code { get; set; }

            [JsonPropertyName("code_verifier")]
            public string? CodeVerifier { get; set; }
        }

        public class Api(HttpClient http)
        {
            public Task RedeemAsync(string code, string codeVerifier) => SendAsync(new CodeModel { Code = code, CodeVerifier = codeVerifier });

            [System.Obsolete("Sends no code_verifier: call the overload that takes the one whose code_challenge went with the authorization request.")]
            public Task RedeemAsync(string code) => SendAsync(new CodeModel { Code = code });

            private Task SendAsync<T>(T model) => http.PostAsJsonAsync("https://server/token", model);
        }
        """);

    [Fact]
    public Task Response_type_that_a_format_takes_before_a_fragment() => Verify.VerifyPartAsync(
        """
        using System;

        public static class Provider
        {
            public static string Url(string client, string state, string responseType = "code")
            {
                var url = string.Format({|PKCE1001:"https://server/authorize?client_id={0}&response_type={1}&scope=login&state={2}#redirect"|},
                    client, Uri.EscapeDataString(responseType), state);
                return url;
            }
        }
        """,
        """
        using System;

        public static class Provider
        {
            public static string Url(string client, string state, string responseType, string codeChallenge)
            {
                var url = string.Format("https://server/authorize?client_id={0}&response_type={1}&code_challenge={3}&code_challenge_method=S256&scope=login&state={2}#redirect",
                    client, Uri.EscapeDataString(responseType), state, codeChallenge);
                return url;
            }

            [Obsolete("Sends no code_challenge: call the overload that takes one, and send its code_verifier with the token request.")]
            public static string Url(string client, string state, string responseType = "code")
            {
                var url = string.Format("https://server/authorize?client_id={0}&response_type={1}&scope=login&state={2}#redirect",
                    client, Uri.EscapeDataString(responseType), state);
                return url;
            }
        }
        """);
}
