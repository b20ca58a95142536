using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Fixing;

namespace PkceAnalyzers.Tool.Tests;

public sealed class FileWriterTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly StringWriter _error = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_files_are_written()
    {
        _folder.Write("a", "one");
        Assert.True(Write(("a", "one", "two"), ("b", null, "new")));
        Assert.Equal(("two", "new"), (File.ReadAllText(_folder["a"]), File.ReadAllText(_folder["b"])));
        AssertNothingElse("a", "b");
    }

    [Fact]
    public void None_is_written_where_one_was_changed_meanwhile()
    {
        _folder.Write("a", "one");
        _folder.Write("b", "edited");
        Assert.False(Write(("a", "one", "two"), ("b", "as read", "new")));
        Assert.Equal(("one", "edited"), (File.ReadAllText(_folder["a"]), File.ReadAllText(_folder["b"])));
        Assert.Contains("b: was changed while it was being repaired", _error.ToString());
        AssertNothingElse("a", "b");
    }

    [Fact]
    public void None_is_written_where_one_cannot_be()
    {
        _folder.Write("a", "one");
        Assert.False(Write(("a", "one", "two"), ("none/b", null, "new")));
        Assert.Equal("one", File.ReadAllText(_folder["a"]));
        AssertNothingElse("a");
    }

    [Fact]
    public void What_was_written_is_put_back_where_another_cannot_be_moved_into_its_place()
    {
        _folder.Write("a", "one");
        _folder.Write("c", "already there");
        Assert.False(Write(("a", "one", "two"), ("b", null, "new"), ("c", null, "new")));
        Assert.Equal(("one", "already there"), (File.ReadAllText(_folder["a"]), File.ReadAllText(_folder["c"])));
        AssertNothingElse("a", "c");
    }

    bool Write(params (string Path, string? Before, string After)[] files) => new FileWriter(new Problems(_error)).TryWrite(
        [.. files.Select(file => new FixedFile(_folder[file.Path], file.Before is null ? null : SourceText.From(file.Before), SourceText.From(file.After)))]);

    void AssertNothingElse(params string[] names) => Assert.Equal(names, Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
}
