using Xunit;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Syntax;
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
        using IdentityModel;
        using Microsoft.AspNetCore.WebUtilities;
        using Microsoft.IdentityModel.Tokens;
        using Org.BouncyCastle.Crypto.Digests;
        using Org.BouncyCastle.Security;

        """;

    /// <summary>Libraries that are not referenced here, with the members that count.</summary>
    const string Libraries = """
        using System;
        using System.Security.Cryptography;
        using System.Text;

        static class Octets
        {
            public static string Url(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }

        namespace IdentityModel
        {
            public static class CryptoRandom
            {
                public enum OutputFormat { Base64Url, Base64, Hex }

                public static byte[] CreateRandomKey(int length) => RandomNumberGenerator.GetBytes(length);

                public static string CreateUniqueId(int length = 32, OutputFormat format = OutputFormat.Base64Url) => format switch
                {
                    OutputFormat.Hex => Convert.ToHexString(CreateRandomKey(length)),
                    OutputFormat.Base64 => Convert.ToBase64String(CreateRandomKey(length)),
                    _ => Octets.Url(CreateRandomKey(length)),
                };
            }
        }

        namespace Microsoft.AspNetCore.WebUtilities
        {
            public static class WebEncoders
            {
                public static string Base64UrlEncode(byte[] input) => Octets.Url(input);
            }
        }

        namespace Microsoft.IdentityModel.Tokens
        {
            public static class Base64UrlEncoder
            {
                public static string Encode(string text) => Octets.Url(Encoding.UTF8.GetBytes(text));
                public static string Encode(byte[] octets) => Octets.Url(octets);
                public static byte[] DecodeBytes(string text) => Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4));
            }
        }

        namespace Org.BouncyCastle.Security
        {
            public class SecureRandom
            {
                public void NextBytes(byte[] octets) => RandomNumberGenerator.Fill(octets);
                public int Next(int bound) => RandomNumberGenerator.GetInt32(bound);
            }

            public static class DigestUtilities
            {
                public static byte[] CalculateDigest(string algorithm, byte[] octets) => SHA256.HashData(octets);
            }
        }

        namespace Org.BouncyCastle.Crypto.Digests
        {
            public class Sha256Digest
            {
                byte[] _octets = [];
                public void BlockUpdate(byte[] octets, int start, int length) => _octets = octets.AsSpan(start, length).ToArray();
                public int DoFinal(byte[] target, int start) { SHA256.HashData(_octets).CopyTo(target, start); return 32; }
                public int GetDigestSize() => 32;
            }
        }
        """;

    static readonly MetadataReference[] Framework = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains("CodeAnalysis")).Select(path => MetadataReference.CreateFromFile(path))];

    readonly CompilationCache _cache;
    readonly Assembly _assembly;

    /// <param name="methods">Declarations of static methods and what they need, each in a class of its own: <c>V0</c>, <c>V1</c> …</param>
    public ValuePrograms(IEnumerable<string> methods)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        var library = CSharpCompilation.Create("Libraries", [CSharpSyntaxTree.ParseText(Libraries)], Framework, options);
        var image = Emit(library);
        var source = Usings + string.Concat(methods.Select((method, i) => $"static class V{i}\n{{\n{method}\n}}\n"));
        var compilation = CSharpCompilation.Create("Variants", [CSharpSyntaxTree.ParseText(source)], [.. Framework, MetadataReference.CreateFromImage(image)], options);
        _cache = new CompilationCache(compilation, FileGates.OfCode);
        var context = new AssemblyLoadContext("Variants", isCollectible: true);
        context.LoadFromStream(new MemoryStream(image));
        _assembly = context.LoadFromStream(new MemoryStream(Emit(compilation)));
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
