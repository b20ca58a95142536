using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Testing;

namespace PkceAnalyzers.Tests;

/// <summary>A test of the analyzer over whole C# programs.</summary>
sealed class PkceTest : ProgramTest<PkceAnalyzer>
{
    /// <summary>Analyses the files of one program that compiles.</summary>
    public static Task VerifyAsync(params string[] files) => Of(files).RunAsync();

    /// <summary>Analyses a program that uses a library, known by its compiled public surface.</summary>
    public static Task VerifyWithAsync(MetadataReference library, params string[] files) => VerifyWithAsync([library], files);

    public static Task VerifyWithAsync(MetadataReference[] libraries, params string[] files)
    {
        var test = Of(files);
        foreach (var library in libraries)
            test.TestState.AdditionalReferences.Add(library);
        return test.RunAsync();
    }

    /// <summary>Analyses a program beside the project of a library that it refers to.</summary>
    public static Task VerifyWithProjectAsync(string library, params string[] files)
    {
        var test = Of(files);
        test.TestState.AdditionalProjects["Library"].Sources.Add(library);
        test.TestState.AdditionalProjectReferences.Add("Library");
        return test.RunAsync();
    }

    /// <summary>Analyses a program that does not compile: half typed, or with packages that are not restored.</summary>
    public static Task VerifyBrokenAsync(params string[] files)
    {
        var test = Of(files);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    /// <summary>Analyses a program whose packages are not restored, of a project that asks for matching by name.</summary>
    /// <param name="packages">As MSBuild hands them over: <c>id=version|…</c>.</param>
    public static Task VerifyUnresolvedAsync(string packages, string framework, params string[] files)
    {
        var test = Of(files);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"""
            is_global = true
            build_property.PkceUnresolvedTypes = match
            build_property.PkcePackageVersions = {packages}
            build_property.TargetFramework = {framework}
            """));
        return test.RunAsync();
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [.. base.GetDiagnosticAnalyzers(), new NoPkceSuppressor()];

    static PkceTest Of(string[] files)
    {
        var test = new PkceTest();
        foreach (var file in files)
            test.TestState.Sources.Add(file);
        return test;
    }
}
