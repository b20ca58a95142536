using Xunit;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Tests.Libraries;
using PkceAnalyzers.Values;
using PkceAnalyzers.Libraries;

namespace PkceAnalyzers.Tests.Values;

/// <summary>Many small methods, compiled together once: each can be run for real, and evaluated.</summary>
sealed class ValuePrograms
{
    const string Usings = """
        using System;
        using System.Buffers.Text;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Linq;
        using System.Security.Cryptography;
        using System.Text;
        using System.Text.RegularExpressions;
        using CryptoRandom = IdentityModel.CryptoRandom;
        using Microsoft.AspNetCore.WebUtilities;
        using Microsoft.IdentityModel.Tokens;
        using Org.BouncyCastle.Crypto.Digests;
        using Org.BouncyCastle.Security;

        """;

    static readonly string[] Libraries = [.. ShippedLibrary.AssembliesOf("BouncyCastle.Cryptography", "IdentityModel", "Microsoft.IdentityModel.Abstractions", "Microsoft.IdentityModel.Logging", "Microsoft.IdentityModel.Tokens")];

    static readonly MetadataReference[] References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name == "Microsoft.AspNetCore.WebUtilities.dll") && !name.Contains("CodeAnalysis"))
        .Concat(Libraries).Select(path => MetadataReference.CreateFromFile(path))];

    readonly CompilationCache _cache;
    readonly Assembly _assembly;

    /// <param name="methods">Declarations of static methods and what they need, each in a class of its own: <c>V0</c>, <c>V1</c> …</param>
    public ValuePrograms(IEnumerable<string> methods)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        var source = Usings + string.Concat(methods.Select((method, i) => $"static class V{i}\n{{\n{method}\n}}\n"));
        var compilation = CSharpCompilation.Create("Variants", [CSharpSyntaxTree.ParseText(source)], References, options);
        _cache = new CompilationCache(compilation, FileGates.OfCode, []);
        _assembly = ShippedLibrary.Context("Variants").LoadFromStream(new MemoryStream(Emit(compilation)));
    }

    /// <summary>Runs the method of that name for real.</summary>
    public string Run(int variant, string method, params object[] arguments) =>
        (string)_assembly.GetType($"V{variant}")!.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(null, arguments)!;

    /// <summary>What the evaluation makes of the same method.</summary>
    public NamedValue? Evaluate(int variant, string method)
    {
        var type = _cache.Compilation.SyntaxTrees.Single().GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single(type => type.Identifier.ValueText == $"V{variant}");
        var declaration = type.Members.OfType<MethodDeclarationSyntax>().Single(member => member.Identifier.ValueText == method);
        var interpreter = new Interpreter(_cache, PkceOptions.None, CancellationToken.None);
        interpreter.Run(declaration);
        Assert.False(interpreter.Exhausted);
        return interpreter.Named.LastOrDefault(named => named.Name == method);
    }

    static byte[] Emit(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
        return stream.ToArray();
    }
}
