using Microsoft.CodeAnalysis;
using PkceAnalyzers.Support;

namespace PkceAnalyzers.CodeFixes.Tests.Programs;

/// <summary>The samples of this repository.</summary>
static class Samples
{
    const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    const string WebUsings = "global using System.Net.Http.Json; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection;";

    public static Task<TestProgram[]> AllAsync() =>
        Task.WhenAll(Directory.GetDirectories(Path.Combine(Repository.Root, "samples")).Order(StringComparer.Ordinal).Select(OfAsync));

    static Task<TestProgram> OfAsync(string folder) => TestProgram.OfAsync(Path.GetRelativePath(Repository.Root, folder), OutputKind.ConsoleApplication,
        [("/Usings.cs", ImplicitUsings + WebUsings), .. Files(folder, "*.cs").Concat(Files(folder, "appsettings*.json")).Select(path => (path, File.ReadAllText(path)))]);

    static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")).Order(StringComparer.Ordinal);
}
