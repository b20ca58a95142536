using Microsoft.CodeAnalysis;
using Xunit;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Tests.Libraries;
using Library = PkceAnalyzers.Tests.Libraries.Library;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE2004: every row of the catalogue, as a package that is restored and as one that is not.</summary>
public sealed class UnsupportedTests
{
    public static TheoryData<string, string> Rows =>
        [.. LibraryRegistry.Calls.Where(call => call is { Effect: SettingEffect.Unsupported, After: null }).SelectMany(call => call.Owners, (call, owner) => (call.Name, owner)).Distinct()];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row(string name, string owner)
    {
        await PkceTest.VerifyWithAsync(LibraryOf(name, owner), Program(name, owner, isReported: true));
        await PkceTest.VerifyUnresolvedAsync("", "net8.0", Program(name, owner, isReported: true));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Same_name_on_a_type_of_the_program(string name, string owner) => PkceTest.VerifyAsync(Program(name, owner, isReported: false), Surface(name, owner));

    static string TypeOf(string owner) => owner[(owner.LastIndexOf('.') + 1)..];

    static string SpaceOf(string owner) => owner[..owner.LastIndexOf('.')];

    static MetadataReference LibraryOf(string name, string owner) => Library.Compile("Library", Surface(name, owner));

    static string Surface(string name, string owner)
    {
        var member = name == TypeOf(owner) ? $"public {name}() {{ }}" : name.EndsWith("Uri", StringComparison.Ordinal) && TypeOf(owner).Contains("Config") ? $"object {name} {{ get; }}" : $"object {name}()";
        var isInterface = TypeOf(owner).StartsWith('I') && char.IsUpper(TypeOf(owner)[1]);
        var body = isInterface ? member + (member.EndsWith('}') ? "" : ";") : name == TypeOf(owner) ? member : "public " + (member.EndsWith('}') ? member : member + " => null;");
        return $$"""
            namespace {{SpaceOf(owner)}}
            {
                public {{(isInterface ? "interface" : "class")}} {{TypeOf(owner)}}
                {
                    {{body}}
                }
            }
            """;
    }

    static string Program(string name, string owner, bool isReported)
    {
        var shown = isReported ? $"{{|PKCE2004:{name}|}}" : name;
        var use = name == TypeOf(owner) ? $"new {shown}()" : Surface(name, owner).Contains("get;") ? $"value.{shown}" : $"value.{shown}()";
        return $$"""
            using {{SpaceOf(owner)}};

            class Login
            {
                object Run({{TypeOf(owner)}} value) => {{use}};
            }
            """;
    }
}
