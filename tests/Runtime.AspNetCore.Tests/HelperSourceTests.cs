using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PkceAnalyzers.Runtime.AspNetCore.Tests;

/// <summary>The helper's text compiles without a warning wherever a program may have it.</summary>
public sealed class HelperSourceTests
{
    [Theory]
    [InlineData("internal static", "", LanguageVersion.CSharp8, NullableContextOptions.Disable)]
    [InlineData("internal static", "?", LanguageVersion.CSharp8, NullableContextOptions.Enable)]
    [InlineData("file static", "", LanguageVersion.CSharp11, NullableContextOptions.Disable)]
    [InlineData("file static", "?", LanguageVersion.CSharp11, NullableContextOptions.Enable)]
    [InlineData("file static", "?", LanguageVersion.Latest, NullableContextOptions.Enable)]
    public void It_compiles_in_a_file(string modifiers, string nullable, LanguageVersion version, NullableContextOptions context) =>
        Assert.Empty(Warnings(HelperSource.Of(modifiers, nullable), version, context));

    [Fact]
    public void It_compiles_within_a_class_before_there_were_file_local_types() => Assert.Empty(Warnings(
        $"namespace App {{ class LoginController {{ {HelperSource.Of("private static", "?")} }} }}",
        LanguageVersion.CSharp8,
        NullableContextOptions.Enable));

    [Fact]
    public void It_compiles_where_the_program_has_namespaces_of_the_framework_s_names() => Assert.Empty(Warnings(
        $"namespace App.System {{ }} namespace App.Microsoft {{ }} namespace App {{ {HelperSource.Of("static", "?", "global::")} }}",
        LanguageVersion.CSharp8,
        NullableContextOptions.Enable));

    static IEnumerable<string> Warnings(string source, LanguageVersion version, NullableContextOptions nullable) =>
        LoginsOfHelper.Compile(source, version, nullable).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden).Select(diagnostic => diagnostic.ToString());
}
