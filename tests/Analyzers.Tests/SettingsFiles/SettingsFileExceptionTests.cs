using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests.SettingsFiles;

/// <summary>How a finding in a settings file is silenced, and which files are read.</summary>
public sealed class SettingsFileExceptionTests
{
    const string Off = """{ "Oidc": { "ClientId": "app", "UsePkce": false } }""";

    [Fact]
    public Task By_a_comment_with_a_reason_on_or_above_the_line() => SettingsFileTest.VerifyAsync("""
        {
          "A": { "ClientId": "app", "UsePkce": false }, // pkce: disable PKCE2001 login.example.com refuses code_challenge
          // pkce: disable PKCE2001 login.example.com refuses code_challenge
          // (asked in March)
          "B": { "ClientId": "app", "UsePkce": false },
          "C": { "ClientId": "app", {|PKCE2001:"UsePkce": false|} }, // pkce: disable PKCE2003 another rule
          /* pkce: disable PKCE2001 another form */
          "D": { "ClientId": "app", {|PKCE2001:"UsePkce": false|} },
          "E": "// pkce: disable PKCE2001 no comment",
          "F": { "ClientId": "app", {|PKCE2001:"UsePkce": false|} }
        }
        """);

    [Fact]
    public Task Not_by_a_comment_without_a_reason() => SettingsFileTest.VerifyAsync("""
        {
          {|PKCE9001:// pkce: disable PKCE2001|}
          "A": { "ClientId": "app", {|PKCE2001:"UsePkce": false|} }
        }
        """);

    [Theory]
    [InlineData("appsettings.Development.json")]
    [InlineData("*.Development.json")]
    [InlineData("app/*.json")]
    [InlineData("**/appsettings.*.json")]
    [InlineData("other.json | APP/appsettings.Development.json")]
    public Task By_an_excluded_file(string patterns) =>
        SettingsFileTest.VerifyAsync(Off, "/src/app/appsettings.Development.json", $"pkce.excluded_files = {patterns}");

    [Theory]
    [InlineData("settings.Development.json")]
    [InlineData("src/*.json")]
    [InlineData("appsettings.json")]
    public Task Not_by_a_pattern_of_other_files(string patterns) =>
        SettingsFileTest.VerifyAsync("""{ "Oidc": { "ClientId": "app", {|PKCE2001:"UsePkce": false|} } }""", "/src/app/appsettings.Development.json", $"pkce.excluded_files = {patterns}");

    [Theory, InlineData("/app/appsettings.yaml"), InlineData("/app/readme.txt")]
    public Task Only_JSON_is_read(string path) => SettingsFileTest.VerifyAsync(Off, path);

    [Fact]
    public Task A_pattern_that_cannot_be_understood_is_reported()
    {
        // A pragma cannot stand before the first character of a file.
        var test = new PkceTest { TestCode = "{|PKCE9001:|}class Program;", TestBehaviors = TestBehaviors.SkipSuppressionCheck };
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\npkce.excluded_files = C:\\app\\appsettings.json | seed/*.json"));
        return test.RunAsync();
    }
}
