using System.Text.RegularExpressions;

namespace PkceAnalyzers.Package.Tests;

/// <summary>The commands of the readme, run as they stand there.</summary>
public sealed class ReadmeTests(PackageFeed feed)
{
    [Fact]
    public async Task Five_minutes()
    {
        using var project = new ConsoleProject(feed, items: "");
        project.Write("Program.cs", "Console.WriteLine();");
        project.Write("Login.cs", FreshProjects.Login);
        var commands = Block(0).Split('\n');
        Assert.Equal(["dotnet add package", "dotnet build", "dotnet format analyzers", "dotnet build --no-incremental"], commands.Select(command => Regex.Match(command, @"^dotnet [a-z]+( (package|analyzers|--no-incremental))?").Value));

        (await project.BashAsync(commands[0])).Succeeded();
        var build = (await project.BashAsync(commands[1])).Succeeded();
        Assert.Equal(["warning PKCE1001", "warning PKCE1004"], ConsoleProject.Findings(build));
        Assert.Equal(1, (await project.BashAsync(commands[3])).ExitCode);
        (await project.BashAsync(commands[2])).Succeeded();
        (await project.BashAsync(commands[3])).Succeeded();
    }

    [Fact]
    public async Task From_source()
    {
        // The tool and the packages are built with the tests: built here once more, they would be in the way of others.
        var scan = Block(1).Replace("dotnet run", $"dotnet run --no-build -c {PackageFeed.Configuration}");
        var result = await Command.RunAsync(Repository.Root, "bash", "-c", scan);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("PKCE1001", result.Output);
        Assert.Contains("PKCE1004", result.Output);

        var commands = Block(2).Split('\n');
        Assert.Equal("dotnet pack src/Package -o FEED", commands[0]);
        using var project = new ConsoleProject(feed, items: "");
        (await project.BashAsync(commands[1].Replace("PROJECT", "App.csproj").Replace("FEED", feed.Folder))).Succeeded();
        Assert.Equal(["warning PKCE1001"], ConsoleProject.Findings(await project.BuildAsync()));
    }

    static string Block(int number)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        return Regex.Matches(readme, "^```bash\n(?<commands>.*?)\n```", RegexOptions.Multiline | RegexOptions.Singleline)[number].Groups["commands"].Value;
    }
}
