using System.Reflection;
using System.Runtime.Versioning;
using Pkce;
using Xunit;

namespace PkceAnalyzers.Runtime.Tests;

/// <summary>What <c>src/Runtime/PublicAPI</c>, the list of public members that the build holds, does not say.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void No_type_can_be_derived_from() =>
        Assert.All(typeof(ProofKey).Assembly.GetExportedTypes(), type => Assert.True(type.IsSealed, type.FullName));

    [Fact]
    public void Proof_keys_and_results_are_compared_by_value()
    {
        Assert.IsType<IEquatable<ProofKey>>(ProofKey.Create(), exactMatch: false);
        Assert.IsType<IEquatable<ProofKeyResult>>(default(ProofKeyResult), exactMatch: false);
        Assert.Contains(typeof(ProofKeyResult).CustomAttributes, attribute => attribute.AttributeType.Name == "IsReadOnlyAttribute");
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
