using System.Text;
using PkceAnalyzers.Tool.Compiling;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Writes files so that each is either whole as it is to be or as it was, and where one cannot be written none is: half of a
/// repair breaks a login.</summary>
sealed class FileWriter(Problems problems)
{
    static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>False where nothing was written.</summary>
    public bool TryWrite(IReadOnlyList<FixedFile> files)
    {
        var staged = new List<(FixedFile File, string Temporary)>();
        var moved = new List<(FixedFile File, byte[]? Before)>();
        try
        {
            foreach (var file in files)
                staged.Add((file, Stage(file)));
            foreach (var (file, temporary) in staged)
            {
                var before = file.Before is null ? null : File.ReadAllBytes(file.Path);
                File.Move(temporary, file.Path, overwrite: file.Before is not null);
                moved.Add((file, before));
            }
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InputException)
        {
            problems.Error($"nothing is written: {e.Message}");
            moved.ForEach(Restore);
            return false;
        }
        finally
        {
            foreach (var (_, temporary) in staged)
                File.Delete(temporary);
        }
    }

    /// <summary>Writes what a file is to be beside it.</summary>
    static string Stage(FixedFile file)
    {
        if (file.Before is not null && !SourceReader.Read(file.Path).ContentEquals(file.Before))
            throw new InputException($"{file.Path}: was changed while it was being repaired");
        var temporary = Path.Combine(Path.GetDirectoryName(file.Path)!, $".{Path.GetFileName(file.Path)}.{Path.GetRandomFileName()}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            using (var writer = new StreamWriter(stream, file.After.Encoding ?? Utf8))
                file.After.Write(writer);
            if (file.Before is not null && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(file.Path));
            return temporary;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    void Restore((FixedFile File, byte[]? Before) moved)
    {
        try
        {
            if (moved.Before is null)
                File.Delete(moved.File.Path);
            else
                File.WriteAllBytes(moved.File.Path, moved.Before);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error($"{moved.File.Path}: could not be put back: {e.Message}");
        }
    }
}
