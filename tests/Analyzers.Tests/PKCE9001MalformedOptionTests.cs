using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE9001MalformedOptionTests
{
    [Theory]
    [InlineData("pkce.excluded_authorization_hosts", "https://login.example.com/", "a host name such as login.example.com")]
    [InlineData("pkce.trusted_methods", "AddProofKey", "the documentation id of a method such as M:Company.Login.AddProof(System.String)")]
    [InlineData("pkce.trusted_methods", "T:Company.Login", "the documentation id of a method such as M:Company.Login.AddProof(System.String)")]
    [InlineData("pkce.request_builders", "M:", "the documentation id of a method such as M:Company.Query.With(System.String,System.String)")]
    public async Task Message_names_key_and_entry(string key, string entry, string expected)
    {
        var test = WithOption("class C;", key, entry);
        test.ExpectedDiagnostics.Add(Malformed(key, entry, expected));
        await test.RunAsync();
    }

    [Fact]
    public async Task Reported_once_for_many_files()
    {
        var test = WithOption("class A;", "pkce.excluded_authorization_hosts", "not a host");
        test.TestState.Sources.Add("class B { string url = \"client_id\"; }");
        test.TestState.Sources.Add("class C { string url = \"client_id\"; }");
        test.ExpectedDiagnostics.Add(Malformed("pkce.excluded_authorization_hosts", "not a host", "a host name such as login.example.com"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Other_entries_of_the_option_are_used()
    {
        var test = WithOption(
            """
            class Login
            {
                string Excluded() => "https://old.example.com/authorize?response_type=code&client_id=app";

                string Judged() => {|PKCE1001:"https://new.example.com/authorize?response_type=code&client_id=app"|};
            }
            """, "pkce.excluded_authorization_hosts", "not a host | old.example.com |");
        test.ExpectedDiagnostics.Add(Malformed("pkce.excluded_authorization_hosts", "not a host", "a host name such as login.example.com"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("pkce.excluded_authorization_hosts", "login.example.com|127.0.0.1 | localhost")]
    [InlineData("pkce.trusted_methods", "M:Company.Login.AddProof(System.String) | M:Company.Login.AddAll")]
    [InlineData("pkce.request_builders", "M:Company.Query.With(System.String,System.String)")]
    [InlineData("pkce.request_builders", "")]
    [InlineData("pkce.unknown", "anything")]
    public Task Options_that_are_understood(string key, string entry) => WithOption("class C;", key, entry).RunAsync();

    [Theory]
    [InlineData("[*.json]", "/first.json")]
    [InlineData("[second.json]", "/second.json")]
    [InlineData("[*]", "/0/Test0.cs")]
    public async Task Options_of_additional_files_are_said_once(string section, string path)
    {
        var test = new PkceTest { TestCode = "class C;", TestBehaviors = TestBehaviors.SkipSuppressionCheck };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n{section}\npkce.excluded_files = C:\\seed\\*.json\n"));
        test.TestState.AdditionalFiles.Add(("/first.json", "{}"));
        test.TestState.AdditionalFiles.Add(("/second.json", "{}"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE9001", DiagnosticSeverity.Warning).WithSpan(path, 1, 1, 1, 1)
            .WithMessage(@"The option pkce.excluded_files has the entry 'C:\seed\*.json', which is ignored: write the end of a path such as seed/*.json"));
        await test.RunAsync();
    }

    static DiagnosticResult Malformed(string key, string entry, string expected) => new DiagnosticResult("PKCE9001", DiagnosticSeverity.Warning)
        .WithSpan("/0/Test0.cs", 1, 1, 1, 1).WithMessage($"The option {key} has the entry '{entry}', which is ignored: write {expected}");

    // A pragma cannot stand before the first character of a file.
    static PkceTest WithOption(string code, string key, string entry)
    {
        var test = new PkceTest { TestCode = code, TestBehaviors = TestBehaviors.SkipSuppressionCheck };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\n{key} = {entry}\n"));
        return test;
    }
}
