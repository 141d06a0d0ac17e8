// Runs before anything is installed, on whatever Node there is: no syntax newer than 2020 here.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Makegood needs Node 20.19 or newer, this is Node ${process.versions.node}: ` +
      "install a newer Node from https://nodejs.org and try again.\n",
  );
  process.exit(1);
}
