using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Testing;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>The second action where the Runtime is not referenced: the helper in a file of its own.</summary>
public sealed class ProjectHelperTests
{
    const string Library = """
        static class Library
        {
            public static string Send(string text) => text;
        }
        """;

    [Fact]
    public async Task Files_of_a_project_share_the_helper()
    {
        var test = new Test();
        test.TestState.Sources.Add(Login("One", "{|PKCE1002:&code_challenge_method=plain|}", "codeVerifier"));
        test.TestState.Sources.Add(Login("Two", "{|PKCE1002:&code_challenge_method=plain|}", "codeVerifier"));
        // One by one the helper that the first gets serves the second, for which no other is offered then.
        test.FixedState.Sources.Add(Login("One", "&code_challenge_method=S256", "ProofKey.CreateCodeChallenge(codeVerifier)"));
        test.FixedState.Sources.Add(Login("Two", "{|PKCE1002:&code_challenge_method=plain|}", "codeVerifier"));
        test.FixedState.Sources.Add(("/0/Pkce.cs", Helper()));
        test.BatchFixedState.Sources.Add(Login("One", "&code_challenge_method=S256", "ProofKey.CreateCodeChallenge(codeVerifier)"));
        test.BatchFixedState.Sources.Add(Login("Two", "&code_challenge_method=S256", "ProofKey.CreateCodeChallenge(codeVerifier)"));
        test.BatchFixedState.Sources.Add(("/0/Pkce.cs", Helper()));
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInDocumentCheck;
        await test.RunAsync();
    }

    [Fact]
    public async Task Name_that_means_something_else_is_not_taken()
    {
        var test = new Test { CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne };
        test.TestState.Sources.Add(Login("One", "{|PKCE1002:&code_challenge_method=plain|}", "codeVerifier"));
        test.TestState.Sources.Add("class ProofKey { }");
        test.TestState.Sources.Add(("/0/pkce.cs", Library));
        test.FixedState.Sources.Add(Login("One", "&code_challenge_method=S256", "PkceProofKey.CreateCodeChallenge(codeVerifier)"));
        test.FixedState.Sources.Add("class ProofKey { }");
        test.FixedState.Sources.Add(("/0/pkce.cs", Library));
        test.FixedState.Sources.Add(("/0/PkceProofKey.cs", Helper("PkceProofKey")));
        await test.RunAsync();
    }

    [Fact]
    public async Task Name_that_is_hidden_is_qualified()
    {
        const string hiding = "namespace App { class ProofKey { } }";
        var test = new Test { CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne };
        test.TestState.Sources.Add(Login("One", "{|PKCE1002:&code_challenge_method=plain|}", "codeVerifier"));
        test.TestState.Sources.Add(hiding);
        test.FixedState.Sources.Add(Login("One", "&code_challenge_method=S256", "(global::ProofKey.CreateCodeChallenge(codeVerifier))"));
        test.FixedState.Sources.Add(hiding);
        test.FixedState.Sources.Add(("/0/Pkce.cs", Helper()));
        await test.RunAsync();
    }

    [Fact]
    public async Task Helper_of_another_file_alone_is_not_seen()
    {
        var local = "class Other { string a = ProofKey.CreateCodeVerifier(); }\n" + HelperTests.Helper("file static", "");
        var test = new Test { CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne };
        test.TestState.Sources.Add(Login("One", "{|PKCE1002:&code_challenge_method=plain|}", "codeVerifier"));
        test.TestState.Sources.Add(local);
        test.FixedState.Sources.Add(Login("One", "&code_challenge_method=S256", "ProofKey.CreateCodeChallenge(codeVerifier)"));
        test.FixedState.Sources.Add(local);
        test.FixedState.Sources.Add(("/0/Pkce.cs", Helper()));
        await test.RunAsync();
    }

    [Fact]
    public async Task Nothing_further_is_offered_where_no_helper_is_written()
    {
        var test = new Test { CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne };
        test.TestState.AdditionalReferences.Add(typeof(Pkce.ProofKey).Assembly);
        test.TestState.Sources.Add(Login("One", "{|PKCE1002:&code_challenge_method=plain|}", "codeVerifier"));
        test.FixedState.Sources.Add(Login("One", "{|PKCE1002:&code_challenge_method=plain|}", "codeVerifier"));
        await test.RunAsync();
    }

    static string Login(string name, string method, string challenge) => $$"""
        namespace App
        {
            class {{name}}
            {
                string Url(string codeVerifier) => $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={{{challenge}}}{{method}}";
            }
        }
        """;

    static string Helper(string name = "ProofKey") => HelperTests.Helper("internal static", "").TrimStart('\n').Replace("class ProofKey", $"class {name}") + "\n";

    sealed class Test : ProgramFixTest<PkceAnalyzer, PKCE1002MethodFix>
    {
        public Test()
        {
            CodeActionIndex = 1;
            CodeActionVerifier = (action, verify) => verify.Equal("Use S256, with a helper for the whole project", action.Title);
            CompilerDiagnostics = CompilerDiagnostics.Errors;
        }
    }
}
