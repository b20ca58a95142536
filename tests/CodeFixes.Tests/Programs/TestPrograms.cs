using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Testing;
using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace PkceAnalyzers.CodeFixes.Tests.Programs;

/// <summary>The programs in which tests of analyzers and fixes expect findings.</summary>
static class TestPrograms
{
    static readonly Assembly[] Assemblies = [typeof(PkceAnalyzers.Tests.PKCE1001MissingChallengeTests).Assembly, typeof(TestPrograms).Assembly];

    /// <summary>Each program once, with nullable annotations where its language version has them.</summary>
    /// <param name="name">A part of the names of those that are wanted.</param>
    public static async Task<IReadOnlyList<TestProgram>> AllAsync(string name = "")
    {
        var programs = new Dictionary<string, TestProgram>();
        foreach (var test in Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type != typeof(EveryProgramTests)).SelectMany(type => type.GetMethods()))
        {
            foreach (var arguments in await ArgumentsAsync(test))
            {
                if (!$"{test.DeclaringType!.Name}.{test.Name}".Contains(name, StringComparison.OrdinalIgnoreCase))
                    continue;
                foreach (var solution in await ProgramRecorder.RecordAsync(() => RunAsync(test, arguments)))
                    programs.TryAdd(await TextAsync(solution), new TestProgram($"{test.DeclaringType!.Name}.{test.Name}({string.Join(", ", arguments)})", Annotated(solution)));
            }
        }
        return [.. programs.Values];
    }

    static async Task<IEnumerable<object?[]>> ArgumentsAsync(MethodInfo test)
    {
        if (test.GetCustomAttribute<FactAttribute>() is not { } fact || test.ReturnType != typeof(Task))
            return [];
        if (fact is not TheoryAttribute)
            return [[]];
        var rows = new List<object?[]>();
        foreach (var data in test.GetCustomAttributes().OfType<IDataAttribute>())
            rows.AddRange((await data.GetData(test, new DisposalTracker())).Select(row => row.GetData()));
        return rows;
    }

    static async Task RunAsync(MethodInfo test, object?[] arguments)
    {
        var missing = test.GetParameters().Skip(arguments.Length).Select(parameter => parameter.DefaultValue);
        if (test.Invoke(Activator.CreateInstance(test.DeclaringType!), [.. arguments, .. missing]) is Task task)
            await task;
    }

    static async Task<string> TextAsync(Solution solution)
    {
        var texts = new List<string>();
        foreach (var document in solution.Projects.SelectMany(project => project.Documents.Concat<TextDocument>(project.AdditionalDocuments).Concat(project.AnalyzerConfigDocuments)))
            texts.Add($"{document.FilePath}\n{await document.GetTextAsync()}");
        return string.Join('\n', texts);
    }

    static Solution Annotated(Solution solution) => solution.Projects
        .Where(project => ((CSharpParseOptions)project.ParseOptions!).LanguageVersion >= LanguageVersion.CSharp8)
        .Aggregate(solution, (current, project) => current.WithProjectCompilationOptions(
            project.Id, ((CSharpCompilationOptions)project.CompilationOptions!).WithNullableContextOptions(NullableContextOptions.Enable)));
}
