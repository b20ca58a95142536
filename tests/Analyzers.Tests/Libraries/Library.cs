using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Testing;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>Compiles the public surface of a library, so that programs meet it as they meet a package: without sources.</summary>
static class Library
{
    /// <exception cref="InvalidOperationException">The surface does not compile; the message says why.</exception>
    public static MetadataReference Compile(string name, string surface) => Compile(name, [surface]);

    /// <param name="version">Of the assembly.</param>
    /// <exception cref="InvalidOperationException">The surface does not compile; the message says why.</exception>
    public static MetadataReference Compile(string name, string version, string surface) => Compile(name, [$"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]", surface]);

    static MetadataReference Compile(string name, string[] files)
    {
        var framework = Frameworks.AspNetCore;
        var compilation = CSharpCompilation.Create(name, files.Select(file => CSharpSyntaxTree.ParseText(file)), framework, new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join(Environment.NewLine, emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
