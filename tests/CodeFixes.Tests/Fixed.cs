using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Testing;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Fixes programs by what the real analyzer reports.</summary>
static class Fixed<TFix> where TFix : CodeFixProvider, new()
{
    /// <summary>Checks the fix of each diagnostic and Fix All; by default with the Runtime and its package for ASP.NET Core referenced.</summary>
    /// <param name="within">The rest of the program; by default there is none, and who uses the code is not known.</param>
    public static Task VerifyAsync(
        string source, string fixedSource, LanguageVersion version = LanguageVersion.Latest, bool hasRuntime = true, Surroundings? within = null, IEnumerable<MetadataReference>? libraries = null)
    {
        var test = Of(source, fixedSource, version, hasRuntime, within);
        test.TestState.AdditionalReferences.AddRange(libraries ?? []);
        return test.RunAsync();
    }

    /// <summary>Likewise for a program that uses a library.</summary>
    public static Task VerifyAsync(string source, string fixedSource, MetadataReference library) => VerifyAsync(source, fixedSource, within: null, libraries: [library]);

    /// <summary>Checks that nothing is offered.</summary>
    public static Task VerifyNoneAsync(string source) => VerifyAsync(source, source);

    /// <summary>Checks that nothing is offered that would leave nothing to do by hand.</summary>
    public static Task VerifyNoneWholeAsync(string source, Surroundings? within = null, IEnumerable<MetadataReference>? libraries = null)
    {
        var test = Of(source, source, within: within);
        test.TestState.AdditionalReferences.AddRange(libraries ?? []);
        test.CodeActionEquivalenceKey = typeof(TFix).Name;
        return test.RunAsync();
    }

    /// <summary>Checks that nothing is offered that brings the proof key to both requests, by the program itself or by its callers.</summary>
    public static async Task VerifyNoneCarriedAsync(string source, Surroundings? within = null)
    {
        foreach (var key in new[] { typeof(TFix).Name, $"{typeof(TFix).Name}.Overload" })
        {
            var test = Of(source, source, within: within);
            test.CodeActionEquivalenceKey = key;
            await test.RunAsync();
        }
    }

    /// <summary>Checks a fix that leaves something to do by hand, for which Fix All of a solution is not.</summary>
    /// <param name="key">Its equivalence key, where better ones come before it.</param>
    public static Task VerifyPartAsync(string source, string fixedSource, string? key = null, IEnumerable<MetadataReference>? libraries = null)
    {
        var test = Of(source, fixedSource);
        test.TestState.AdditionalReferences.AddRange(libraries ?? []);
        test.CodeActionEquivalenceKey = key;
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInSolutionCheck;
        return test.RunAsync();
    }

    /// <summary>Checks a fix that is no repair: what is found after it is marked.</summary>
    public static Task VerifyOnceAsync(string source, string marked, bool hasRuntime)
    {
        var test = Of(source, marked, hasRuntime: hasRuntime);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck;
        return test.RunAsync();
    }

    static Test Of(string source, string fixedSource, LanguageVersion version = LanguageVersion.Latest, bool hasRuntime = true, Surroundings? within = null)
    {
        var test = new Test(version) { TestCode = source, FixedCode = fixedSource, CompilerDiagnostics = CompilerDiagnostics.Warnings };
        test.TestState.DocumentationMode = DocumentationMode.Parse;
        if (hasRuntime)
        {
            test.TestState.AdditionalReferences.Add(typeof(Pkce.ProofKey).Assembly);
            test.TestState.AdditionalReferences.Add(typeof(Pkce.ProofKeyCookie).Assembly);
        }
        if (within is null)
            return test;
        test.TestState.OutputKind = within.Kind;
        test.TestState.Sources.Add(("/0/Surroundings.cs", within.Code));
        test.FixedState.Sources.Add(("/0/Surroundings.cs", within.Code));
        return test;
    }

    sealed class Test(LanguageVersion version) : ProgramFixTest<PkceAnalyzer, TFix>
    {
        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(version);

        // CS1701 is off in every project that the SDK builds.
        protected override CompilationOptions CreateCompilationOptions() =>
            ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress)]).WithNullableContextOptions(
                version.MapSpecifiedToEffectiveVersion() < LanguageVersion.CSharp8 ? NullableContextOptions.Disable : NullableContextOptions.Enable);
    }
}
