using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>What options change in the judgement of requests.</summary>
public sealed class OptionTests
{
    [Fact]
    public Task Excluded_hosts() => WithConfig("/.editorconfig", "root = true\n[*.cs]\npkce.excluded_authorization_hosts = old.example.com | 127.0.0.1", """
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            string Old() => "https://old.example.com/authorize?response_type=code&client_id=app";

            string OldConcatenated(string state) => "https://old.example.com/authorize" + "?response_type=code&client_id=app&state=" + state;

            string New() => {|PKCE1001:"https://new.example.com/authorize?response_type=code&client_id=app"|};

            string Lookalike() => {|PKCE1001:"https://old.example.com.attacker.example/authorize?response_type=code&client_id=app"|};
        }
        """).RunAsync();

    [Fact]
    public Task Trusted_methods() => WithConfig("/.globalconfig", "is_global = true\npkce.trusted_methods = M:Proof.AddTo(System.String) | M:Proof.Sign", """
        using System;

        class Login
        {
            string Trusted() => Proof.AddTo("https://login.example.com/authorize?response_type=code&client_id=app");

            string TrustedByName() => Proof.Sign("https://login.example.com/authorize?response_type=code&client_id=app", 1);

            string Other() => Proof.Log({|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app"|});
        }

        static class Proof
        {
            static readonly Func<string, string> transform = text => text;

            public static string AddTo(string url) => transform(url);

            public static string Sign(string url, int version) => transform(url) + version;

            public static string Log(string url) => transform(url);
        }
        """).RunAsync();

    [Fact]
    public Task Request_builders() => WithConfig("/.editorconfig", "root = true\n[*.cs]\npkce.request_builders = M:Query.Put(System.String,System.String)", """
        using System.Collections.Generic;

        class Login
        {
            Query Bad(string clientId)
            {
                var query = new Query();
                {|PKCE1001:query.Put("response_type", "code")|};
                query.Put("client_id", clientId);
                return query;
            }

            Query Good(string clientId, string challenge)
            {
                var query = new Query();
                query.Put("response_type", "code");
                query.Put("client_id", clientId);
                query.Put("code_challenge", challenge);
                query.Put("code_challenge_method", "S256");
                return query;
            }

            Query Other(string clientId)
            {
                var query = new Query();
                query.Put("response_type", "id_token");
                query.Put("client_id", clientId);
                return query;
            }
        }

        class Query
        {
            readonly Queue<object> written = new();

            public void Put(string name, string value) => written.Enqueue((name.Length, value.GetHashCode()));
        }
        """).RunAsync();

    [Fact]
    public async Task Requests_of_test_projects_are_reported_as_information()
    {
        var test = WithConfig("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true", """
            using System;

            class LoginTests
            {
                string codeVerifier = Guid.NewGuid().ToString();

                string Url() => {|#0:"https://login.example.com/authorize?response_type=code&client_id=app"|};

                [Fact]
                public void Logs_in() { }
            }

            class FactAttribute : Attribute { }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE1001", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        await test.RunAsync();
    }

    [Fact]
    public Task A_project_without_tests_is_none_of_tests_whatever_a_shared_property_says() =>
        WithConfig("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true", """
            class Login
            {
                string Url() => {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app"|};
            }
            """).RunAsync();

    static PkceTest WithConfig(string path, string config, string code)
    {
        var test = new PkceTest { TestCode = code };
        test.TestState.AnalyzerConfigFiles.Add((path, config));
        return test;
    }

    [Fact]
    public async Task File_of_a_test_in_another_project()
    {
        var test = new PkceTest
        {
            CompilerDiagnostics = CompilerDiagnostics.None,
            TestCode = """
                using Xunit;

                public class RequestTests
                {
                    [Fact]
                    public void Has_a_client() => Assert.Contains("client_id", {|#0:"https://login.example.com/authorize?response_type=code&client_id=app"|});
                }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE1001", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        await test.RunAsync();
    }
}
