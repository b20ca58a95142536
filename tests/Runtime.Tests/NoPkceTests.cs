using System.Reflection;
using Pkce;
using Xunit;

namespace PkceAnalyzers.Runtime.Tests;

public sealed class NoPkceTests
{
    [Fact]
    public void A_reason_is_accepted() => NoPkce.Because("shop.example refuses code_challenge");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void No_reason_is_refused(string? reason) => Assert.Throws<ArgumentException>("reason", () => NoPkce.Because(reason!));

    [Fact]
    [NoPkce("shop.example refuses code_challenge")]
    public void The_attribute_beside_the_class_of_its_name_keeps_the_reason()
    {
        var attribute = MethodBase.GetCurrentMethod()!.GetCustomAttribute<NoPkceAttribute>();

        Assert.Equal("shop.example refuses code_challenge", attribute?.Reason);
    }
}
