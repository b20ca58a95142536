using Microsoft.CodeAnalysis.Text;
using Xunit;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Settings.Files;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Tests.SettingsFiles;

public sealed class JsonSettingsTests
{
    [Fact]
    public void Values_have_the_paths_of_the_configuration_reader()
        => Assert.Equal(
            ["A:B=1", "A:C:0=x", "A:C:1:D=true", "A:C:2=null", "E:F:G=a\"b\\cé\n", "H=", "=y"],
            Read("""
                {
                  "A": { "B": 1, "C": [ "x", { "D": true }, null, ], },
                  "E:F:G": "a\"b\\c\u00e9\n", // not "I": 1
                  /* nor "J": 2 */ "H": "", "K": {}, "": "y"
                }
                """));

    [Fact]
    public void Places_are_those_of_key_and_value()
    {
        var text = SourceText.From("""{ "A" : [ 12, {"B":"x"} ] }""");
        var (values, _) = JsonSettings.Read(text);

        Assert.Equal(["12", "\"B\":\"x\""], values.Select(value => text.ToString(value.Span)));
    }

    [Fact]
    public void Comments_are_those_outside_of_strings()
    {
        var text = SourceText.From("{ // one\n \"A\": \"// two\" /* // three */ // four\r\n}// five");
        var (_, comments) = JsonSettings.Read(text);

        Assert.Equal(["// one", "// four", "// five"], comments.Select(comment => text.ToString(comment)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"A")]
    [InlineData("{ \"A\": ")]
    [InlineData("{ \"A\": \"\\")]
    [InlineData("{ \"A\": \"\\u12")]
    [InlineData("]}],:")]
    [InlineData("\"alone\" 1 2")]
    [InlineData("{ \"A\": /")]
    [InlineData("{ /* open")]
    [InlineData("{ // open")]
    public void What_is_no_JSON_is_read_without_failing(string json) => Assert.All(Read(json), value => Assert.StartsWith("A=", value));

    [Fact]
    public void What_is_nested_deeper_than_the_configuration_reader_goes_is_not_read()
        => Assert.Empty(Read("""{ "A": 1, "B": """ + new string('[', 100_000)));

    static IEnumerable<string> Read(string json) => JsonSettings.Read(SourceText.From(json)).Values.Select(value => $"{(value.Section.Length == 0 ? "" : value.Section + ":")}{value.Name}={value.Text}");
}
