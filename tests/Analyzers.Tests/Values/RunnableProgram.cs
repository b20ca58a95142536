using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace PkceAnalyzers.Tests.Values;

/// <summary>A small program that is analysed, and run for real: what a rule says of it has to agree with what it does.</summary>
sealed class RunnableProgram
{
    static readonly MetadataReference[] Framework = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains("CodeAnalysis")).Select(path => MetadataReference.CreateFromFile(path))];

    const string Usings = """
        using System;
        using System.Buffers.Text;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;
        using System.Security.Cryptography;
        using System.Text;
        using System.Text.Json;
        using System.Threading;

        """;

    readonly CSharpCompilation _compilation;
    readonly Assembly _assembly;

    public RunnableProgram(string source)
    {
        _compilation = CSharpCompilation.Create("Program", [CSharpSyntaxTree.ParseText(Usings + source, path: "Program.cs")], Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = _compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)));
        image.Position = 0;
        _assembly = new AssemblyLoadContext("Program", isCollectible: true).LoadFromStream(image);
    }

    /// <summary>Runs a static method.</summary>
    public object? Run(string type, string method, params object?[] arguments) =>
        _assembly.GetType(type)!.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(null, arguments);

    /// <summary>What a rule finds in it.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindAsync(string rule) =>
        [.. (await _compilation.WithAnalyzers([new PkceAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)).Where(diagnostic => diagnostic.Id == rule)];
}
