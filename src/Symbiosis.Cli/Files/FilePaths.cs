using Symbiosis.Cli.Wording;

namespace Symbiosis.Cli.Files;

/// <summary>Paths from the command line: checked early, so that nobody waits an hour for a misspelt file.</summary>
internal static class FilePaths
{
    private const string ParkFileName = "park.json";

    /// <summary>The file of a park: the path itself, or <c>park.json</c> in it.</summary>
    /// <exception cref="BadInputException">There is no such file.</exception>
    public static string FindPark(string workingFolder, string path)
    {
        var full = Path.GetFullPath(path, workingFolder);
        if (!Directory.Exists(full))
            return FindFile(workingFolder, path);

        var inside = Path.Combine(full, ParkFileName);
        return File.Exists(inside) ? inside : throw new BadInputException(CommandMessages.FolderWithoutPark, path);
    }

    /// <summary>An existing file.</summary>
    /// <exception cref="BadInputException">There is no such file, or it is a folder.</exception>
    public static string FindFile(string workingFolder, string path)
    {
        var full = Path.GetFullPath(path, workingFolder);
        if (Directory.Exists(full))
            throw new BadInputException(CommandMessages.FileIsFolder, path);
        return File.Exists(full) ? full : throw new BadInputException(CommandMessages.FileMissing, path);
    }

    /// <summary>A file that can be created or replaced.</summary>
    /// <exception cref="BadInputException">It is a folder, its folder is missing, or it may not be written.</exception>
    public static string RequireWritable(string workingFolder, string path)
    {
        var full = Path.GetFullPath(path, workingFolder);
        if (Directory.Exists(full))
            throw new BadInputException(CommandMessages.FileIsFolder, path);
        if (Path.GetDirectoryName(full) is { } folder && !Directory.Exists(folder))
            throw new BadInputException(CommandMessages.FolderMissing, path, folder);

        try
        {
            // Opened without being emptied: what stands there is replaced only by a finished plan.
            var isNew = !File.Exists(full);
            File.Open(full, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
            if (isNew)
                File.Delete(full);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(CommandMessages.CannotWrite, path, fault.Message);
        }

        return full;
    }
}
