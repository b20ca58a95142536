namespace PkceAnalyzers.Runtime.Aot.Tests;

/// <summary>The Runtime libraries compiled ahead of time; warnings of the compiler and the trimmer are errors.</summary>
public sealed class AotTests : IDisposable
{
    readonly DirectoryInfo output = Directory.CreateTempSubdirectory("pkce-aot-");

    [Fact]
    public async Task A_program_compiled_ahead_of_time_makes_and_checks_proof_keys()
    {
        Assert.SkipUnless(HasNativeLinker, "Compiling ahead of time needs the platform's C linker, and there is none on the PATH.");

        var program = Path.Combine(Repository.Root, "tests", "Runtime.Aot.Tests", "program");
        (await Command.RunAsync(program, "dotnet", "publish", "-v", "q", "-o", output.FullName)).Succeeded();
        var result = await Command.RunAsync(output.FullName, Path.Combine(output.FullName, "Program"));

        Assert.Equal("Valid True E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM True", result.Succeeded().Output.Trim());
        Assert.False(File.Exists(Path.Combine(output.FullName, "Program.dll")));
    }

    public void Dispose() => output.Delete(recursive: true);

    // Windows finds its linker by itself, outside the PATH.
    static bool HasNativeLinker => OperatingSystem.IsWindows()
        || Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
}
