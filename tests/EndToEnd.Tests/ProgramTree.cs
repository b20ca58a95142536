namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>A copy of <c>programs/</c>, or of what was built from it.</summary>
sealed class ProgramTree(string folder)
{
    const string Outputs = "bin";

    /// <summary>Lets the programs reference the Runtime's project.</summary>
    public void AddRuntime(string project) => Edit("Directory.Build.targets", text => text.Replace("</Project>", $"""
          <ItemGroup>
            <ProjectReference Include="{project}" />
          </ItemGroup>
        </Project>
        """));

    /// <summary>Puts what was built aside: the next build makes other programs.</summary>
    public ProgramTree KeepOutputs(string target)
    {
        foreach (var outputs in Directory.GetDirectories(folder, Outputs, SearchOption.AllDirectories))
        {
            var kept = Path.Combine(target, Path.GetRelativePath(folder, outputs));
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            Directory.Move(outputs, kept);
        }

        return new ProgramTree(target);
    }

    /// <summary>Makes a solution of some of the programs; returns its path.</summary>
    public string WriteSolution(params IEnumerable<string> projects)
    {
        var path = Path.Combine(folder, "Programs.slnx");
        File.WriteAllText(path, $"<Solution>{string.Concat(projects.Select(project => $"<Project Path=\"{project}/{project}.csproj\" />"))}</Solution>");
        return path;
    }

    /// <summary>The text of a source file.</summary>
    public string Read(string path) => File.ReadAllText(Path.Combine(folder, path));

    /// <summary>The source files of a project that are not as in another folder.</summary>
    public IEnumerable<string> ChangedIn(string project, string original) =>
        from file in Directory.EnumerateFiles(Path.Combine(original, project), "*.cs")
        let path = Path.Combine(project, Path.GetFileName(file))
        where Read(path) != File.ReadAllText(file)
        select path;

    public Command Start(string project, params IEnumerable<string> arguments) =>
        Command.Start(Path.Combine(folder, project), "dotnet", [Path.Combine(folder, project, Outputs, "Debug", "net10.0", $"{project}.dll"), .. arguments]);

    void Edit(string path, Func<string, string> change) => File.WriteAllText(Path.Combine(folder, path), change(Read(path)));
}
