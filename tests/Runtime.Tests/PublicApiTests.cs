using System.Reflection;
using System.Runtime.Versioning;
using Pkce;
using Xunit;

namespace PkceAnalyzers.Runtime.Tests;

/// <summary>
/// The public surface is for ever. If a change of it is meant, copy the text that the failed test names over
/// <c>PublicApi/&lt;target&gt;.txt</c>.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var actual = PublicApi.Of(typeof(ProofKey).Assembly);
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.txt")).ReplaceLineEndings("\n");
        if (actual == approved)
            return;

        var received = Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt");
        File.WriteAllText(received, actual);
        Assert.Fail($"The public surface of the {Target} build is not the approved one. It is now in {received}:\n{actual}");
    }

    [Fact]
    public void The_build_under_test_is_the_one_meant()
    {
        var framework = typeof(ProofKey).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
        var expected = Target switch
        {
            "netstandard2.0" => ".NETStandard,Version=v2.0",
            "net8.0" => ".NETCoreApp,Version=v8.0",
            _ => ".NETCoreApp,Version=v10.0",
        };
        Assert.Equal(expected, framework);
    }

    [Fact]
    public void The_library_depends_on_the_framework_alone() =>
        Assert.All(typeof(ProofKey).Assembly.GetReferencedAssemblies(), reference => Assert.True(
            Target == "netstandard2.0" ? reference.Name == "netstandard" : reference.Name!.StartsWith("System.", StringComparison.Ordinal),
            reference.Name));

    static string Target => typeof(PublicApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RuntimeTarget").Value!;
}
