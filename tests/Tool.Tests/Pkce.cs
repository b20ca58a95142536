using System.Globalization;
using System.Text.RegularExpressions;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>The real program, and sources for it.</summary>
static class Pkce
{
    /// <summary>A class whose third line makes an authorization request without a code challenge.</summary>
    public const string Vulnerable = """
        class Login
        {
            string Url(string client) => $"https://as.example/authorize?response_type=code&client_id={client}&redirect_uri=https%3A%2F%2Fapp.example%2F&scope=openid";
        }
        """;

    public const string Harmless = "class Harmless;";

    public const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
        </Project>
        """;

    public static Task<CommandResult> RunAsync(TemporaryFolder folder, params IEnumerable<string> arguments) =>
        Command.DotnetAsync(folder.Path, [Path.Combine(AppContext.BaseDirectory, "pkce.dll"), .. arguments]);

    /// <summary>The findings of a text, in their order.</summary>
    public static IEnumerable<(string Path, int Line, string Id)> Findings(CommandResult result) =>
        Regex.Matches(result.Output, @"^(\S.*?)\((\d+),\d+\): (?:warning|error|info) (PKCE\d{4}): ", RegexOptions.Multiline)
            .Select(match => (match.Groups[1].Value.Replace('\\', '/'), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), match.Groups[3].Value));

    /// <summary>What every failure must look like: one line per problem that says what is wrong, nothing else.</summary>
    public static void AssertRefused(CommandResult result, string message)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        var line = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("pkce: error: ", line);
        Assert.Contains(message, line);
        AssertNoStackTrace(result);
    }

    public static void AssertNoStackTrace(CommandResult result)
    {
        Assert.DoesNotContain("   at ", result.Output + result.Error);
        Assert.DoesNotContain("Unhandled exception", result.Error);
    }
}
