using System.Collections.Concurrent;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>The programs of <c>programs/</c> as they are, and as <c>dotnet format analyzers</c> leaves them; some also where they reference the
/// Runtime. A web program is started once, and then serves all tests.</summary>
public sealed class Programs(SourceTree sources, AuthorizationServer server, AttackersProvider attacker) : IAsyncLifetime
{
    readonly ConcurrentDictionary<(ProgramTree, string), Lazy<Task<WebProgram>>> running = [];
    ProgramTree? faulty, withHelper, withRuntime;

    internal ProgramTree Faulty => faulty ?? throw NotReady();

    internal ProgramTree Repaired(Helper helper) => (helper == Helper.Runtime ? withRuntime : withHelper) ?? throw NotReady();

    /// <summary>The source files of a project that the repair has changed.</summary>
    internal IEnumerable<string> ChangedIn(string project) => Repaired(Helper.InFile).ChangedIn(project, sources.ProgramsFolder);

    /// <summary>A web program of a tree, which runs until all tests are done.</summary>
    internal Task<WebProgram> RunAsync(ProgramTree tree, string project) =>
        running.GetOrAdd((tree, project), _ => new(() => WebProgram.StartAsync(tree, project, server, attacker))).Value;

    public async ValueTask InitializeAsync()
    {
        var tree = sources.CopyPrograms("with-helper");
        (await DotnetAsync("build", tree.WriteSolution([.. Matrix.Projects, Matrix.Wrong, Matrix.Issuer]))).Succeeded();
        faulty = tree.KeepOutputs(Path.Combine(sources.Root, "faulty"));
        withHelper = await RepairAsync(tree, Matrix.Projects, Matrix.Left);

        var other = sources.CopyPrograms("with-runtime");
        other.AddRuntime(sources.RuntimeProject);
        withRuntime = await RepairAsync(other, Matrix.ProjectsWithRuntime);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var start in running.Values)
            await (await start.Value).DisposeAsync();
    }

    /// <param name="left">Projects that are repaired, too, and whose findings stay.</param>
    async Task<ProgramTree> RepairAsync(ProgramTree tree, string[] projects, params string[] left)
    {
        (await DotnetAsync("format", "analyzers", tree.WriteSolution([.. projects, .. left]))).Succeeded();
        var built = (await DotnetAsync("build", tree.WriteSolution(projects))).Succeeded();
        Assert.DoesNotContain("warning", built.Output);
        return tree;
    }

    Task<CommandResult> DotnetAsync(params string[] arguments) => Command.DotnetAsync(sources.Root, [.. arguments, "--verbosity", "quiet"]);

    static InvalidOperationException NotReady() => new("The programs have not been built.");
}

/// <summary>Tests that use the programs, which are built once for all of them.</summary>
[CollectionDefinition(Name)]
public sealed class ProgramsCollection : ICollectionFixture<Programs>
{
    public const string Name = "programs";
}
