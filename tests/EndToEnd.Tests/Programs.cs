namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>The programs of <c>programs/</c> as they are, and as <c>dotnet format analyzers</c> leaves them; some also where they reference the
/// Runtime.</summary>
public sealed class Programs : IAsyncLifetime
{
    readonly SourceTree sources = new();
    ProgramTree? faulty, withHelper, withRuntime;

    internal ProgramTree Faulty => faulty ?? throw NotReady();

    internal ProgramTree Repaired(Helper helper) => (helper == Helper.Runtime ? withRuntime : withHelper) ?? throw NotReady();

    public async ValueTask InitializeAsync()
    {
        var tree = sources.CopyPrograms("with-helper");
        var solution = tree.WriteSolution("Desktop", "Library", "LibraryHost", "Web", "Session", "Api");
        (await DotnetAsync("build", solution)).Succeeded();
        faulty = tree.KeepOutputs(Path.Combine(sources.Root, "faulty"));
        (await DotnetAsync("format", "analyzers", solution)).Succeeded();
        await BuildRepairedAsync(solution);
        withHelper = tree;

        var other = sources.CopyPrograms("with-runtime");
        other.AddRuntime(sources.RuntimeProject);
        var otherSolution = other.WriteSolution("Desktop", "Library", "LibraryHost", "Web");
        (await DotnetAsync("format", "analyzers", otherSolution)).Succeeded();
        await BuildRepairedAsync(otherSolution);
        withRuntime = other;
    }

    public ValueTask DisposeAsync()
    {
        sources.Dispose();
        return ValueTask.CompletedTask;
    }

    async Task BuildRepairedAsync(string solution)
    {
        var built = (await DotnetAsync("build", solution)).Succeeded();
        Assert.DoesNotContain("warning", built.Output);
    }

    Task<CommandResult> DotnetAsync(params string[] arguments) => Command.DotnetAsync(sources.Root, [.. arguments, "--verbosity", "quiet"]);

    static InvalidOperationException NotReady() => new("The programs have not been built.");
}
