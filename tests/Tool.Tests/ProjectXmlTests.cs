using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Fixing;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>What a project file looks like after an item was added to it: as before, with the item.</summary>
public sealed class ProjectXmlTests
{
    const string Item = """<PackageReference Include="New" />""";

    /// <summary>Each with the item's place marked by <c>|</c>, and what belongs around it.</summary>
    public static TheoryData<string> Files =>
    [
        // Behind the last of its kind, as that stands there.
        "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"A\" />|\n    [ITEM]|\n  </ItemGroup>\n</Project>\n",
        "<Project>\r\n\t<ItemGroup>\r\n\t\t<PackageReference Include='A' />|\r\n\t\t[ITEM]|\r\n\t</ItemGroup>\r\n</Project>",
        "<Project>\n  <ItemGroup><PackageReference Include=\"A\" />|[ITEM]|</ItemGroup>\n</Project>\n",
        "<Project>\n  <ItemGroup><PackageReference Include=\"A\" />|[ITEM]| <Compile Include=\"B.cs\" /></ItemGroup>\n</Project>\n",
        "<Project><ItemGroup><PackageReference Include=\"A\"/>|[ITEM]|</ItemGroup></Project>",
        "<Project>\n  <ItemGroup>\n    <!-- Ours. -->\n    <PackageReference Include=\"A\" /> <!-- needed -->|\n    [ITEM]|\n    <!-- theirs -->\n  </ItemGroup>\n</Project>\n",
        "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"A\">\n      <Version>1</Version>\n    </PackageReference>|\n    [ITEM]|\n    <ProjectReference Include=\"B\" />\n  </ItemGroup>\n</Project>\n",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- </Project> -->\n<Project Sdk=\"S\">\n  <ItemGroup>\n    <PackageReference Include=\"A\" Condition=\"'$(X)' == '>'\" />|\n    [ITEM]|\n  </ItemGroup>\n</Project>\n<!-- </Project> -->\n",
        // Only among what is included without a condition.
        "<Project>\n  <ItemGroup Condition=\"'$(X)' == ''\">\n    <PackageReference Include=\"A\" />\n  </ItemGroup>\n|  <ItemGroup>\n    [ITEM]\n  </ItemGroup>\n|</Project>\n",
        "<Project>\n    <ItemGroup>\n        <PackageReference Update=\"A\" />\n        <PackageReference Remove=\"B\" />\n    </ItemGroup>\n|    <ItemGroup>\n        [ITEM]\n    </ItemGroup>\n|</Project>\n",
        "<Project>\n  <Target Name=\"T\">\n    <ItemGroup>\n      <PackageReference Include=\"A\" />\n    </ItemGroup>\n  </Target>\n|  <ItemGroup>\n    [ITEM]\n  </ItemGroup>\n|</Project>\n",
        "<Project>\n  <!-- <ItemGroup><PackageReference Include=\"A\" /></ItemGroup> -->\n  <PropertyGroup />\n|  <ItemGroup>\n    [ITEM]\n  </ItemGroup>\n|</Project>\n",
        "<Project>\r\n\t<PropertyGroup>\r\n\t</PropertyGroup>\r\n|\t<ItemGroup>\r\n\t\t[ITEM]\r\n\t</ItemGroup>\r\n|</Project>",
        "<Project><PropertyGroup />|<ItemGroup>[ITEM]</ItemGroup>|</Project><!-- </Project> -->",
        "<Project>\n|  <ItemGroup>\n    [ITEM]\n  </ItemGroup>\n|</Project>\n",
        // Lines that only C# knows.
        "<Project>\n  <!-- \u2028 \u0085 -->\n  <ItemGroup>\n    <PackageReference Include=\"\u2028A\" />|\n    [ITEM]|\n  </ItemGroup>\n</Project>\n",
    ];

    [Theory, MemberData(nameof(Files))]
    public void An_item_is_added_and_nothing_else_changes(string file)
    {
        var parts = file.Split('|');
        Assert.Equal(3, parts.Length);
        var text = SourceText.From(parts[0] + parts[2], new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var changed = ProjectXml.WithItem(text, "PackageReference", Item);
        Assert.Equal((parts[0] + parts[1] + parts[2]).Replace("[ITEM]", Item), changed.ToString());
        Assert.Same(text.Encoding, changed.Encoding);
        XDocument.Parse(changed.ToString());
    }

    [Theory]
    [InlineData("<Project Sdk=\"S\" />\n", "<Project Sdk=\"S\">\n  <ItemGroup>\n    [ITEM]\n  </ItemGroup>\n</Project>\n")]
    [InlineData("<!-- /> -->\r\n<Project Sdk='a>/>b'/>", "<!-- /> -->\r\n<Project Sdk='a>/>b'>\r\n  <ItemGroup>\r\n    [ITEM]\r\n  </ItemGroup>\r\n</Project>")]
    public void A_project_without_content_gets_some(string before, string after) =>
        Assert.Equal(after.Replace("[ITEM]", Item), ProjectXml.WithItem(SourceText.From(before), "PackageReference", Item).ToString());

    [Fact]
    public void The_namespace_of_old_projects_does_not_matter()
    {
        const string before = "<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\n  <ItemGroup>\n    <PackageReference Include=\"A\" />\n  </ItemGroup>\n</Project>\n";
        var items = XDocument.Parse(ProjectXml.WithItem(SourceText.From(before), "PackageReference", Item).ToString()).Descendants().Where(element => element.Name.LocalName == "PackageReference").ToList();
        Assert.Equal(["A", "New"], items.Select(item => item.Attribute("Include")!.Value));
        Assert.Single(items.Select(item => item.Name.NamespaceName).Distinct());
    }
}
